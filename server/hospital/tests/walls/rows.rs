//! A row in every guarded table, so that a wall with a hole shows something.

use sqlx::PgPool;

/// One patient with everything: a row in each table that row security guards.
pub async fn one_row_everywhere(owner: &PgPool) {
    sqlx::raw_sql(
        "INSERT INTO hospital (id, name, zone, locale) VALUES ('00000000-0000-0000-0000-00000000000a', 'North', 'Africa/Nairobi', 'en-KE');
         INSERT INTO app_user (id, email_sealed, email_blind, display_name, password_hash)
              VALUES ('00000000-0000-0000-0000-0000000000b1', '', sha256('a@b.example'), 'A', '$argon2id$x');
         INSERT INTO patient (id, health_id, family_name, given_name, born_on, sex)
              VALUES ('00000000-0000-0000-0000-0000000000c1', '00000000000000', 'Doe', 'Jo', '1970-01-01', 'female');
         INSERT INTO registration (patient_id, hospital_id, hospital_number)
              VALUES ('00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a', '1');
         INSERT INTO patient_look (user_id, patient_id, hospital_id, looked_at)
              VALUES ('00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a', now());
         INSERT INTO patient_number (hospital_id, prefix, last) VALUES ('00000000-0000-0000-0000-00000000000a', 'NO', 1);
         INSERT INTO portal_account (user_id, patient_id, hospital_id)
              VALUES ('00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a');
         INSERT INTO browser_session (id_hash, realm, user_id, data, device, address, expires_at)
              VALUES (sha256('1'), 'portal', '00000000-0000-0000-0000-0000000000b1', '{}', '', '', now() + interval '1 hour');
         INSERT INTO second_factor (user_id) VALUES ('00000000-0000-0000-0000-0000000000b1');
         INSERT INTO recovery_code (user_id, code_hash, made_at) VALUES ('00000000-0000-0000-0000-0000000000b1', sha256('2'), now());
         INSERT INTO sign_in_step (id_hash, user_id, shared, expires_at)
              VALUES (sha256('3'), '00000000-0000-0000-0000-0000000000b1', false, now() + interval '5 minutes');
         INSERT INTO sign_in_failures (user_id, in_a_row) VALUES ('00000000-0000-0000-0000-0000000000b1', 1);
         INSERT INTO sign_in_attack (what, told_at) VALUES (sha256('x'), now());
         INSERT INTO sign_in_event (id, at, user_id, who, network, device, outcome, signals, score)
              VALUES (gen_random_uuid(), now(), '00000000-0000-0000-0000-0000000000b1', sha256('4'), '', '', 'refused', '{}', 0);
         INSERT INTO notice (id, user_id, at, kind, side) VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000b1', now(), 'factor.added', 'account');
         INSERT INTO system_alert (id, hospital_id, kind, severity, message_en, shown_from, starts_at, raised_at, raised_by)
              VALUES ('00000000-0000-0000-0000-0000000000e9', '00000000-0000-0000-0000-00000000000a', 'outage', 'warning', 'Water', now(), now(), now(),
                      '00000000-0000-0000-0000-0000000000b1');
         INSERT INTO system_alert_put_away (alert_id, user_id, at) VALUES ('00000000-0000-0000-0000-0000000000e9', '00000000-0000-0000-0000-0000000000b1', now());
         INSERT INTO notice_choice (user_id, topic, choice) VALUES ('00000000-0000-0000-0000-0000000000b1', 'care', 'mail');
         INSERT INTO account_profile (user_id) VALUES ('00000000-0000-0000-0000-0000000000b1');
         INSERT INTO device (id, hospital_id, name, model, serial)
              VALUES ('00000000-0000-0000-0000-0000000000d1', '00000000-0000-0000-0000-00000000000a', 'M1', 'M', '1');
         INSERT INTO device_session (id, device_id, hospital_id, patient_id, during)
              VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000d1', '00000000-0000-0000-0000-00000000000a',
                      '00000000-0000-0000-0000-0000000000c1', tstzrange(now() - interval '1 day', NULL));
         INSERT INTO gateway (id, hospital_id, name, created_at, created_by)
              VALUES ('00000000-0000-0000-0000-0000000000d7', '00000000-0000-0000-0000-00000000000a', 'G', now(), '00000000-0000-0000-0000-0000000000b1');
         INSERT INTO gateway_token (hash, gateway_id, hospital_id, created_at)
              VALUES (sha256('g'), '00000000-0000-0000-0000-0000000000d7', '00000000-0000-0000-0000-00000000000a', now());
         INSERT INTO gateway_device (gateway_id, device_id, hospital_id, added_at, added_by)
              VALUES ('00000000-0000-0000-0000-0000000000d7', '00000000-0000-0000-0000-0000000000d1', '00000000-0000-0000-0000-00000000000a', now(),
                      '00000000-0000-0000-0000-0000000000b1');
         INSERT INTO hl7_message (id, hospital_id, device_id, received_at, kind, control_id, answer, readings, duplicates, alarms, aside, raw_sealed)
              VALUES (gen_random_uuid(), '00000000-0000-0000-0000-00000000000a', '00000000-0000-0000-0000-0000000000d1', now(), 'ORU^R01', '1', 'AA', 1, 0, 0, 0, '');
         INSERT INTO hl7_code (device_id, hospital_id, system, code, name, unit, is_known, first_at, last_at, minutes)
              VALUES ('00000000-0000-0000-0000-0000000000d1', '00000000-0000-0000-0000-00000000000a', 'MDC', '1', '', '', false, now(), now(), 1);
         INSERT INTO machine_alert (device_id, hospital_id, code, stands, grade, at)
              VALUES ('00000000-0000-0000-0000-0000000000d1', '00000000-0000-0000-0000-00000000000a', 'X', true, 'danger', now());
         SELECT ensure_reading_partition((now() AT TIME ZONE 'UTC')::date);
         INSERT INTO reading (device_id, taken_at, seq, received_at, heart_rate)
              VALUES ('00000000-0000-0000-0000-0000000000d1', now(), 1, now(), 72);
         INSERT INTO alarm (id, device_id, kind, priority, state, raised_at, last_raised_at, count)
              VALUES ('00000000-0000-0000-0000-0000000000e1', '00000000-0000-0000-0000-0000000000d1', 'silent', 'high', 'raised', now(), now(), 1);
         INSERT INTO alarm_event (alarm_id, at, event) VALUES ('00000000-0000-0000-0000-0000000000e1', now(), 'raised');
         INSERT INTO alarm_curve (alarm_id, raised_at, channel, started_at, hz, step, samples, packed)
              VALUES ('00000000-0000-0000-0000-0000000000e1', now(), 'ecg_ii', now(), 125, 0.005, 1, '\\x00');
         INSERT INTO device_session_forgotten (session_id, at) SELECT id, now() FROM device_session;
         INSERT INTO reading_minute (session_id, minute, readings) SELECT id, date_bin('1 minute', now(), '1970-01-01 00:00:00+00'), 1 FROM device_session;
         INSERT INTO alarm_reading (alarm_id, taken_at, seq, session_id) SELECT '00000000-0000-0000-0000-0000000000e1', now(), 1, id FROM device_session;
         INSERT INTO alarm_step (alarm_id, round, step, at, skipped_reason) VALUES ('00000000-0000-0000-0000-0000000000e1', 0, 1, now(), 'nobody');
         INSERT INTO patient_limit (patient_id, hospital_id, parameter, side, value, reason, made_by, during)
              VALUES ('00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a', 'spo2', 'low', 88, 'COPD',
                      '00000000-0000-0000-0000-0000000000b1', tstzrange(now(), now() + interval '1 day'));
         INSERT INTO patient_key (patient_id, hospital_id, version, wrapped, wrapped_under)
              VALUES ('00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a', 1, sha256('1'), 1);
         INSERT INTO allergy (id, patient_id, hospital_id, recorded_at, recorded_by)
              VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a', now(),
                      '00000000-0000-0000-0000-0000000000b1');
         INSERT INTO patient_flag (id, patient_id, hospital_id, kind, text, recorded_at, recorded_by)
              VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a', 'falls', '', now(),
                      '00000000-0000-0000-0000-0000000000b1');
         INSERT INTO patient_condition (id, patient_id, hospital_id, code, recorded_at, recorded_by)
              VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a', 'N18', now(),
                      '00000000-0000-0000-0000-0000000000b1');
         INSERT INTO patient_medicine (id, patient_id, hospital_id, name, dose, schedule, recorded_at, recorded_by)
              VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a', 'Metformin', '1', 'daily', now(),
                      '00000000-0000-0000-0000-0000000000b1');
         INSERT INTO patient_surgery (id, patient_id, hospital_id, procedure, recorded_at, recorded_by)
              VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a', 'Fistula', now(),
                      '00000000-0000-0000-0000-0000000000b1');
         INSERT INTO patient_change (id, patient_id, hospital_id, changed_at, changed_by, field, after)
              VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a', now(),
                      '00000000-0000-0000-0000-0000000000b1', 'title', 'Mrs');
         INSERT INTO identity_document (id, patient_id, hospital_id, kind, number_sealed, country, recorded_at, recorded_by)
              VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a', 'passport', '', 'KE', now(),
                      '00000000-0000-0000-0000-0000000000b1');
         INSERT INTO insurance_policy (id, patient_id, hospital_id, payer, number_sealed, rank, valid, recorded_at, recorded_by)
              VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a', 'SHA', '', 'primary', '[2026-01-01,)', now(),
                      '00000000-0000-0000-0000-0000000000b1');
         INSERT INTO patient_contact (id, patient_id, hospital_id, kind, label, content_sealed, is_preferred, is_emergency, recorded_at, recorded_by)
              VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a', 'phone', 'home', '',
                      false, false, now(), '00000000-0000-0000-0000-0000000000b1');
         INSERT INTO patient (id, family_name, given_name, born_on, sex)
              VALUES ('00000000-0000-0000-0000-0000000000c2', 'Doe', 'Jo', '1970-01-01', 'female');
         INSERT INTO registration (patient_id, hospital_id, hospital_number)
              VALUES ('00000000-0000-0000-0000-0000000000c2', '00000000-0000-0000-0000-00000000000a', '2');
         INSERT INTO patient_merge (id, hospital_id, survivor_id, other_id, reason, merged_at, merged_by)
              VALUES (gen_random_uuid(), '00000000-0000-0000-0000-00000000000a', '00000000-0000-0000-0000-0000000000c1',
                      '00000000-0000-0000-0000-0000000000c2', 'The same card.', now(), '00000000-0000-0000-0000-0000000000b1');
         INSERT INTO house_secret (name, wrapped, wrapped_under) VALUES ('root', sha256('1'), 1);
         INSERT INTO signing_key (id, public, sealed, published_at, signs)
              VALUES (gen_random_uuid(), sha256('k'), '', now(), tstzrange(now(), now() + interval '30 days'));
         INSERT INTO api_client (id, hospital_id, name, scopes, made_by, created_at)
              VALUES ('00000000-0000-0000-0000-0000000000f1', '00000000-0000-0000-0000-00000000000a', 'Gateway', '{patient.read}',
                      '00000000-0000-0000-0000-0000000000b1', now());
         INSERT INTO api_client_secret (hash, client_id, created_at) VALUES (sha256('s'), '00000000-0000-0000-0000-0000000000f1', now());
         INSERT INTO token_family (id, realm, user_id, hospital_id, device, address, began_at, ends_at)
              VALUES ('00000000-0000-0000-0000-0000000000f2', 'portal', '00000000-0000-0000-0000-0000000000b1',
                      '00000000-0000-0000-0000-00000000000a', '', '', now(), now() + interval '30 days');
         INSERT INTO refresh_token (id, hash, family_id, issued_at)
              VALUES (gen_random_uuid(), sha256('r'), '00000000-0000-0000-0000-0000000000f2', now());
         INSERT INTO audit_entry (id, at, actor, action, subject, hospital_id, outcome, request_id, mark)
              VALUES ('00000000-0000-0000-0000-0000000000f1', now(), 'worker', 'x', 'house', '00000000-0000-0000-0000-00000000000a', 'allowed', gen_random_uuid(),
                      sha256('m'));
         INSERT INTO audit_patient (whom, at, entry_id, hospital_id)
              VALUES ('00000000-0000-0000-0000-0000000000c1', now(), '00000000-0000-0000-0000-0000000000f1', '00000000-0000-0000-0000-00000000000a');
         INSERT INTO audit_set (month, id, hospital_id, patients)
              VALUES (date_trunc('month', now())::date, sha256('set'), '00000000-0000-0000-0000-00000000000a', '{00000000-0000-0000-0000-0000000000c1}');
         INSERT INTO audit_set_patient (whom, month, set_id, hospital_id) SELECT patients[1], month, id, hospital_id FROM audit_set;
         INSERT INTO audit_seal (position, entry_id, at, chain) VALUES (1, '00000000-0000-0000-0000-0000000000f1', now(), sha256('1'));
         INSERT INTO hospital (id, name, zone, locale) VALUES ('00000000-0000-0000-0000-00000000000b', 'South', 'Africa/Nairobi', 'en-KE');
         INSERT INTO app_user (id, email_sealed, email_blind, display_name, password_hash)
              VALUES ('00000000-0000-0000-0000-0000000000b2', '', sha256('c@d.example'), 'C', '$argon2id$x');
         INSERT INTO ward (id, hospital_id, name)
              VALUES ('00000000-0000-0000-0000-0000000000f1', '00000000-0000-0000-0000-00000000000a', 'W');
         INSERT INTO care_relation (user_id, patient_id, hospital_id, made_by, during)
              VALUES ('00000000-0000-0000-0000-0000000000b2', '00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a',
                      '00000000-0000-0000-0000-0000000000b2', tstzrange(now(), NULL));
         INSERT INTO admission (id, patient_id, hospital_id, ward_id, during)
              VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a',
                      '00000000-0000-0000-0000-0000000000f1', tstzrange(now(), NULL));
         INSERT INTO consent (id, patient_id, hospital_id, purpose, to_hospital, text_version, given_by, during)
              VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a', 'treatment',
                      '00000000-0000-0000-0000-00000000000b', 1, '00000000-0000-0000-0000-0000000000b1', tstzrange(now(), NULL));
         INSERT INTO proxy (id, patient_id, hospital_id, user_id, known_as, sections, made_by, during)
              VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a',
                      '00000000-0000-0000-0000-0000000000b2', 'my son', '{values}', '00000000-0000-0000-0000-0000000000b1',
                      tstzrange(now(), now() + interval '1 day'));
         INSERT INTO break_glass (id, patient_id, user_id, user_name, hospital_id, holders, reason, words, opened_at, until)
              VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-0000000000b2', 'C',
                      '00000000-0000-0000-0000-00000000000b', '{00000000-0000-0000-0000-00000000000a}', 'unconscious',
                      'Found without a pulse.', now(), now() + interval '1 hour');
         INSERT INTO break_glass_review (opening_id, hospital_id, opened_by)
              SELECT id, '00000000-0000-0000-0000-00000000000a', user_id FROM break_glass;
         INSERT INTO portal_setting (patient_id, hospital_id, changed_by, changed_at)
              VALUES ('00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a', '00000000-0000-0000-0000-0000000000b2', now());
         INSERT INTO portal_record (patient_id, hospital_id, kind, record_id, is_open, changed_by, changed_at)
              VALUES ('00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a', 'alarm',
                      '00000000-0000-0000-0000-0000000000e1', false, '00000000-0000-0000-0000-0000000000b2', now());
         INSERT INTO portal_preference (patient_id, hospital_id, changed_at)
              VALUES ('00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a', now());
         INSERT INTO chat_room (id, hospital_id, doctor_id, patient_id, begun_at, begun_by)
              VALUES ('00000000-0000-0000-0000-0000000000e5', '00000000-0000-0000-0000-00000000000a', '00000000-0000-0000-0000-0000000000b2',
                      '00000000-0000-0000-0000-0000000000c1', now(), '00000000-0000-0000-0000-0000000000b2');
         INSERT INTO chat_message (id, room_id, sender_id, side, sent_at, text_sealed, is_urgent)
              VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000e5', '00000000-0000-0000-0000-0000000000b2', 'doctor', now(), '', false);
         INSERT INTO chat_file (message_id, sort, bytes, name_sealed, content_sealed) SELECT id, 'png', 1, '', '' FROM chat_message LIMIT 1;
         INSERT INTO chat_urgent_step (message_id, hospital_id, step, at, skipped_reason) SELECT id, '00000000-0000-0000-0000-00000000000a', 1, now(), 'nobody' FROM chat_message LIMIT 1;
         INSERT INTO chat_mute (room_id, user_id, is_muted, changed_at)
              VALUES ('00000000-0000-0000-0000-0000000000e5', '00000000-0000-0000-0000-0000000000b2', true, now());
         INSERT INTO correction_request (id, patient_id, hospital_id, words, asked_at)
              VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a', 'My name', now());
         INSERT INTO station (id, hospital_id, ward_id, name)
              SELECT '00000000-0000-0000-0000-0000000000f7', hospital_id, id, 'C-7' FROM ward LIMIT 1;
         INSERT INTO dialysis_shift (id, hospital_id, ward_id, name, begins, ends, made_at, made_by)
              SELECT '00000000-0000-0000-0000-0000000000f8', hospital_id, id, 'Morning', 390, 690, now(), '00000000-0000-0000-0000-0000000000b1' FROM ward LIMIT 1;
         INSERT INTO dialysis_plan (id, patient_id, hospital_id, station_id, shift_id, weekday, minutes, during, made_at, made_by)
              VALUES ('00000000-0000-0000-0000-0000000000f9', '00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a',
                      '00000000-0000-0000-0000-0000000000f7', '00000000-0000-0000-0000-0000000000f8', 1, 240, '[2026-01-01,)', now(), '00000000-0000-0000-0000-0000000000b1');
         INSERT INTO dialysis_plan_skip (plan_id, day, reason, made_at, made_by)
              VALUES ('00000000-0000-0000-0000-0000000000f9', '2026-01-05', 'Away', now(), '00000000-0000-0000-0000-0000000000b1');
         INSERT INTO dialysis_forecast (id, hospital_id, made_at, outcome, definition, since, until, learned_patients, learned_sessions, learned_moments, learned_falls, held_patients, held_sessions,
                                        held_moments, held_falls, unknown_moments, missing_moments)
              VALUES (gen_random_uuid(), '00000000-0000-0000-0000-00000000000a', now(), 'too_few', 'nadir', now() - interval '1 day', now(), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
         INSERT INTO dialysis_forecast_shown (id, hospital_id, reason, at, by_user)
              VALUES (gen_random_uuid(), '00000000-0000-0000-0000-00000000000a', 'Not yet', now(), '00000000-0000-0000-0000-0000000000b1');
         INSERT INTO dialysis_wait (id, patient_id, hospital_id, ward_id, from_day, until_day, asked_at, asked_by)
              SELECT gen_random_uuid(), '00000000-0000-0000-0000-0000000000c1', hospital_id, id, '2026-01-01', '2026-01-08', now(), '00000000-0000-0000-0000-0000000000b1' FROM ward LIMIT 1;
         INSERT INTO dialysis_offer_ended (id, wait_id, station_id, shift_id, day, offered_at, ended_at, because)
              SELECT gen_random_uuid(), id, '00000000-0000-0000-0000-0000000000f7', '00000000-0000-0000-0000-0000000000f8', '2026-01-02', now(), now(), 'declined' FROM dialysis_wait LIMIT 1;
         INSERT INTO dialysis_session (id, patient_id, hospital_id, station_id, planned, minutes, booked_at, booked_by)
              VALUES ('00000000-0000-0000-0000-0000000000fa', '00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a',
                      '00000000-0000-0000-0000-0000000000f7', tstzrange(now() + interval '9 days', now() + interval '9 days 5 hours'), 240, now(),
                      '00000000-0000-0000-0000-0000000000b1');
         INSERT INTO session_confirmed (session_id, at, by_user) SELECT '00000000-0000-0000-0000-0000000000fa', now(), id FROM app_user WHERE id <> '00000000-0000-0000-0000-0000000000b1' LIMIT 1;
         INSERT INTO dialysis_reminder (session_id, told_at) VALUES ('00000000-0000-0000-0000-0000000000fa', now());
         INSERT INTO dialysis_prescription (id, patient_id, hospital_id, version, modality, minutes, weekdays, dialyser, blood_flow, dialysate_flow, potassium, calcium, sodium,
                                            bicarbonate, temperature, uf_profile, max_uf_rate, anticoagulant, reason, prescribed_at, prescribed_by)
              VALUES ('00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a', 1, 'hd', 240, '{1}', 'FX 80', 300, 500, 2, 1.5, 138, 32, 36, 'even', 10, 'none', 'Begins', now(), '00000000-0000-0000-0000-0000000000b1');
         INSERT INTO dry_weight (id, patient_id, hospital_id, kg, reason, set_at, set_by) VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a', 70, 'Begins', now(), '00000000-0000-0000-0000-0000000000b1');
         INSERT INTO vascular_access (id, patient_id, hospital_id, kind, side, site, recorded_at, recorded_by)
              VALUES ('00000000-0000-0000-0000-0000000000a2', '00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a', 'fistula', 'left', 'wrist', now(), '00000000-0000-0000-0000-0000000000b1');
         INSERT INTO access_assessment (id, access_id, assessed_at, assessed_by, safe_to_use) VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000a2', now(), '00000000-0000-0000-0000-0000000000b1', true);
         INSERT INTO infection_status (id, patient_id, hospital_id, agent, result, isolate, tested_on, recorded_at, recorded_by)
              VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a', 'hbv', 'negative', false, '2026-01-01', now(), '00000000-0000-0000-0000-0000000000b1');
         INSERT INTO dialysis_session (id, patient_id, hospital_id, station_id, planned, minutes, booked_at, booked_by)
              SELECT s.id, '00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a', '00000000-0000-0000-0000-0000000000f7', tstzrange(now() + s.after, now() + s.after + interval '5 hours'), 240, now(), '00000000-0000-0000-0000-0000000000b1'
                FROM (VALUES ('00000000-0000-0000-0000-0000000000a3'::uuid, interval '20 days'), ('00000000-0000-0000-0000-0000000000a4', interval '21 days'), ('00000000-0000-0000-0000-0000000000a5', interval '22 days')) AS s (id, after);
         INSERT INTO session_cancelled (session_id, at, by_user, reason) VALUES ('00000000-0000-0000-0000-0000000000a3', now(), '00000000-0000-0000-0000-0000000000b1', 'ill');
         INSERT INTO session_did_not_attend (session_id, at, by_user, reason) VALUES ('00000000-0000-0000-0000-0000000000a4', now(), '00000000-0000-0000-0000-0000000000b1', 'ill');
         INSERT INTO session_check_in (session_id, at, by_user) VALUES ('00000000-0000-0000-0000-0000000000a5', now(), '00000000-0000-0000-0000-0000000000b1');
         INSERT INTO session_before (id, session_id, recorded_at, recorded_by, prescription_id, weight, lying_systolic, lying_diastolic, access_id, access_safe, self_test_passed, conductivity,
                                     consented, uf_goal)
              VALUES ('00000000-0000-0000-0000-0000000000a6', '00000000-0000-0000-0000-0000000000a5', now(), '00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-0000000000a1', 72, 140, 80, '00000000-0000-0000-0000-0000000000a2', true, true, 14, true, 2000);
         INSERT INTO session_second_check (before_id, session_id, first_by, checked_by, checked_at)
              SELECT '00000000-0000-0000-0000-0000000000a6', '00000000-0000-0000-0000-0000000000a5', '00000000-0000-0000-0000-0000000000b1', id, now() FROM app_user WHERE id <> '00000000-0000-0000-0000-0000000000b1' LIMIT 1;
         INSERT INTO session_started (session_id, at, by_user, before_id, prescription_id) VALUES ('00000000-0000-0000-0000-0000000000a5', now(), '00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-0000000000a6', '00000000-0000-0000-0000-0000000000a1');
         INSERT INTO session_observation (id, session_id, taken_at, recorded_at, recorded_by, pulse) VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000a5', now(), now(), '00000000-0000-0000-0000-0000000000b1', 70);
         INSERT INTO session_intervention (id, session_id, at, by_user, kind) VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000a5', now(), '00000000-0000-0000-0000-0000000000b1', 'legs_raised');
         INSERT INTO session_medicine (id, session_id, at, given_by, name, dose, route) VALUES ('00000000-0000-0000-0000-0000000000a7', '00000000-0000-0000-0000-0000000000a5', now(), '00000000-0000-0000-0000-0000000000b1', 'Iron', '100 mg', 'circuit');
         INSERT INTO session_medicine_witness (medicine_id, session_id, given_by, witnessed_by, at)
              SELECT '00000000-0000-0000-0000-0000000000a7', '00000000-0000-0000-0000-0000000000a5', '00000000-0000-0000-0000-0000000000b1', id, now() FROM app_user WHERE id <> '00000000-0000-0000-0000-0000000000b1' LIMIT 1;
         INSERT INTO session_event (id, session_id, at, by_user, kind) VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000a5', now(), '00000000-0000-0000-0000-0000000000b1', 'cramps');
         INSERT INTO session_access_look (id, session_id, at, by_user, in_sight, found) VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000a5', now(), '00000000-0000-0000-0000-0000000000b1', true, 'fine');
         INSERT INTO session_urea (id, session_id, taken, value, drawn_at, recorded_at, recorded_by) VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000a5', 'pre', 24, now(), now(), '00000000-0000-0000-0000-0000000000b1');
         INSERT INTO session_target (id, session_id, at, by_user, uf_goal, minutes, reason) VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000a5', now(), '00000000-0000-0000-0000-0000000000b1', 1800, 210, 'Cramps');
         -- Whether a machine is fit is no matter here.
         ALTER TABLE session_machine DISABLE TRIGGER USER;
         INSERT INTO session_machine (id, session_id, at, by_user, device_id, removed, reason)
              VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000a5', now(), '00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-0000000000d1', 900, 'It leaks');
         ALTER TABLE session_machine ENABLE TRIGGER USER;
         INSERT INTO session_lot (id, session_id, at, by_user, kind, product, lot, folded) VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000a5', now(), '00000000-0000-0000-0000-0000000000b1', 'dialyser', 'FX 80', 'B4-1', 'B41');
         INSERT INTO session_ended (session_id, at, by_user) VALUES ('00000000-0000-0000-0000-0000000000a5', now() + interval '4 hours', '00000000-0000-0000-0000-0000000000b1');
         INSERT INTO session_after (id, session_id, recorded_at, recorded_by, weight, lying_systolic, lying_diastolic, uf_removed, washback)
              VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000a5', now(), '00000000-0000-0000-0000-0000000000b1', 70, 130, 80, 2000, 'clear');
         INSERT INTO medical_update (id, patient_id, hospital_id, field, old_value, new_value, reason, at, by_user)
              VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a', 'needle_gauge', '', '15', 'As used', now(), '00000000-0000-0000-0000-0000000000b1');
         INSERT INTO critical_value (id, patient_id, hospital_id, name, value, unit, reason, measured_at, reported_by, reported_at)
              VALUES ('00000000-0000-0000-0000-0000000000ea', '00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a', 'Troponin', 52, 'ng/L', 'Rising', now(),
                      '00000000-0000-0000-0000-0000000000b1', now());
         INSERT INTO critical_read (critical_id, by_user, at, value, agrees)
              SELECT '00000000-0000-0000-0000-0000000000ea', id, now(), 25, false FROM app_user WHERE id <> '00000000-0000-0000-0000-0000000000b1' LIMIT 1;
         INSERT INTO critical_step (critical_id, step, at, skipped_reason) VALUES ('00000000-0000-0000-0000-0000000000ea', 1, now(), 'nobody');
         INSERT INTO nurse_call (id, patient_id, hospital_id, ward_id, called_by, called_at)
              SELECT '00000000-0000-0000-0000-0000000000eb', '00000000-0000-0000-0000-0000000000c1', hospital_id, id, '00000000-0000-0000-0000-0000000000b1', now()
                FROM ward WHERE hospital_id = '00000000-0000-0000-0000-00000000000a' LIMIT 1;
         INSERT INTO nurse_call_step (call_id, step, at, skipped_reason) VALUES ('00000000-0000-0000-0000-0000000000eb', 1, now(), 'nobody');
         INSERT INTO session_signed (session_id, at, by_user) VALUES ('00000000-0000-0000-0000-0000000000a5', now(), '00000000-0000-0000-0000-0000000000b1');
         INSERT INTO session_amendment (id, session_id, at, by_user, old_text, new_text, reason) VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000a5', now(), '00000000-0000-0000-0000-0000000000b1', 'a', 'b', 'Wrong');
         INSERT INTO proxy_invitation (id, patient_id, hospital_id, email_sealed, email_blind, known_as, sections, made_by, during)
              VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a', '', sha256('c@d.example'),
                      'my son', '{values}', '00000000-0000-0000-0000-0000000000b1', tstzrange(now(), now() + interval '1 day'));",
    )
    .execute(owner)
    .await
    .unwrap();
    accounts_of_every_kind(owner).await;
}

/// Work that waits, a link, somebody who works there, and who asked to be taken in.
async fn accounts_of_every_kind(owner: &PgPool) {
    sqlx::raw_sql(
        "INSERT INTO job (id, kind, facts, made_at, due_at) VALUES (gen_random_uuid(), 'mail', '{}', now(), now());
         INSERT INTO one_time_link (hash, purpose, subject, made_at, expires_at)
              VALUES (sha256('1'), 'reset', gen_random_uuid(), now(), now() + interval '1 hour');
         INSERT INTO staff_member (user_id, hospital_id, employee_id, since)
              VALUES ('00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-00000000000a', 'DOC-0001', now());
         INSERT INTO employee_number (hospital_id, prefix, last) VALUES ('00000000-0000-0000-0000-00000000000a', 'DOC', 1);
         INSERT INTO staff_invitation (id, hospital_id, email_sealed, email_blind, name, role, invited_at, sent_at)
              VALUES (gen_random_uuid(), '00000000-0000-0000-0000-00000000000a', '', sha256('b@b.example'), 'B', 'nurse', now(), now());
         INSERT INTO patient_application (id, hospital_id, applicant_sealed, email_blind, made_at, verified_at, user_id)
              VALUES (gen_random_uuid(), '00000000-0000-0000-0000-00000000000a', '', sha256('a@b.example'),
                      now(), now(), '00000000-0000-0000-0000-0000000000b1');
         INSERT INTO hospital_application (id, name, address, phone, registration_number, zone, admin_name, admin_email_sealed, made_at)
              VALUES (gen_random_uuid(), 'South', '1 High Street', '+254700000001', '1', 'Africa/Nairobi', 'C', '', now());
         INSERT INTO email_change (id, user_id, email_sealed, email_blind, asked_at)
              VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000b1', '', sha256('e@b.example'), now());",
    )
    .execute(owner)
    .await
    .unwrap();
}
