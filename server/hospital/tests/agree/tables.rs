//! Which tables are compared, and which have tests of their own.

/// Everything that the wall lets through, by table and key.
pub const VISIBLE: &str = "
    SELECT 'patient', id::text FROM patient
    UNION ALL SELECT 'patient_name', word || '/' || patient_id FROM patient_name
    UNION ALL SELECT 'registration', patient_id || '/' || hospital_id FROM registration
    UNION ALL SELECT 'patient_limit', patient_id || '/' || hospital_id FROM patient_limit
    UNION ALL SELECT 'allergy', patient_id || '/' || hospital_id FROM allergy
    UNION ALL SELECT 'patient_flag', patient_id || '/' || hospital_id FROM patient_flag
    UNION ALL SELECT 'patient_condition', patient_id || '/' || hospital_id FROM patient_condition
    UNION ALL SELECT 'patient_medicine', patient_id || '/' || hospital_id FROM patient_medicine
    UNION ALL SELECT 'patient_surgery', patient_id || '/' || hospital_id FROM patient_surgery
    UNION ALL SELECT 'patient_change', patient_id || '/' || hospital_id FROM patient_change
    UNION ALL SELECT 'identity_document', patient_id || '/' || hospital_id FROM identity_document
    UNION ALL SELECT 'insurance_policy', patient_id || '/' || hospital_id FROM insurance_policy
    UNION ALL SELECT 'dialysis_prescription', patient_id || '/' || hospital_id FROM dialysis_prescription
    UNION ALL SELECT 'dry_weight', patient_id || '/' || hospital_id FROM dry_weight
    UNION ALL SELECT 'vascular_access', patient_id || '/' || hospital_id FROM vascular_access
    UNION ALL SELECT 'infection_status', patient_id || '/' || hospital_id FROM infection_status
    UNION ALL SELECT 'medical_update', patient_id || '/' || hospital_id FROM medical_update
    UNION ALL SELECT 'critical_value', patient_id || '/' || hospital_id FROM critical_value
    UNION ALL SELECT 'nurse_call', patient_id || '/' || hospital_id FROM nurse_call
    UNION ALL SELECT 'patient_contact', patient_id || '/' || hospital_id FROM patient_contact
    UNION ALL SELECT 'patient_key', patient_id || '/' || hospital_id FROM patient_key
    UNION ALL SELECT 'portal_account', user_id::text FROM portal_account
    UNION ALL SELECT 'portal_setting', patient_id || '/' || hospital_id FROM portal_setting
    UNION ALL SELECT 'care_relation', user_id || '/' || patient_id || '/' ||
                     CASE WHEN upper(during) < now() THEN 'Past' WHEN lower(during) > now() THEN 'Later' ELSE 'Now' END FROM care_relation
    UNION ALL SELECT 'admission', id::text FROM admission
    UNION ALL SELECT 'consent', id::text FROM consent
    UNION ALL SELECT 'proxy', id::text FROM proxy
    UNION ALL SELECT 'break_glass', id::text FROM break_glass
    UNION ALL SELECT 'device_session', id::text FROM device_session
    UNION ALL SELECT 'reading', device_id || '/' || seq FROM reading
    UNION ALL SELECT 'alarm', id::text FROM alarm
    UNION ALL SELECT 'alarm_event', alarm_id::text FROM alarm_event
    UNION ALL SELECT 'app_user', id::text FROM app_user
    UNION ALL SELECT 'browser_session', user_id::text FROM browser_session";
/// Guarded, and not compared here, because each has tests of its own: what is the house's own or of one account alone, the audit, what people are told, what the house tells itself, who reviews what was opened,
/// and which records were joined (`server/tests/patients/merge.rs`). A conversation is of two and not of a hospital: `server/tests/chat.rs`; whom an urgent message told: `server/tests/chat/urgent.rs`. The chair diary: `server/tests/diary.rs`. The forecast that a hospital fitted: `server/tests/dialysis/forecast.rs`. Whom alarms told: `server/tests/on_call.rs`. The curves around an alarm hang on it: `server/tests/waves.rs`. Minutes hang on their session, readings around an alarm on it: `server/tests/minutes.rs`. Who read a critical value back, and whom it told, hang on it: `server/tests/critical.rs`. Whom a patient's call told hangs on it: `server/tests/calls.rs`.
pub const NOT_COMPARED: [&str; 82] = [
    "alarm_curve",
    "alarm_reading",
    "device_session_forgotten",
    "reading_minute",
    "dialysis_session",
    "access_assessment",
    "session_check_in",
    "session_did_not_attend",
    "session_cancelled",
    "session_before",
    "session_second_check",
    "session_started",
    "session_observation",
    "session_intervention",
    "session_medicine",
    "session_medicine_witness",
    "session_event",
    "session_access_look",
    "session_urea",
    "session_confirmed",
    "session_target",
    "session_machine",
    "session_ended",
    "session_after",
    "session_lot",
    "session_signed",
    "session_amendment",
    "dialysis_forecast",
    "dialysis_forecast_shown",
    "dialysis_plan",
    "dialysis_plan_skip",
    "dialysis_reminder",
    "dialysis_wait",
    "dialysis_offer_ended",
    "chat_room",
    "chat_message",
    "chat_file",
    "chat_mute",
    "chat_urgent_step",
    "gateway",
    "gateway_token",
    "gateway_device",
    "hl7_message",
    "hl7_code",
    "machine_alert",
    "patient_look",
    "patient_merge",
    "patient_number",
    "correction_request",
    "break_glass_review",
    "house_secret",
    "job",
    "one_time_link",
    "staff_member",
    "employee_number",
    "staff_invitation",
    "patient_application",
    "email_change",
    "hospital_application",
    "second_factor",
    "recovery_code",
    "sign_in_step",
    "sign_in_failures",
    "sign_in_attack",
    "sign_in_event",
    "notice",
    "notice_choice",
    "system_alert_put_away",
    "account_profile",
    "audit_entry",
    "audit_patient",
    "audit_seal",
    "audit_set",
    "audit_set_patient",
    "rights_changed",
    "portal_record",
    "portal_preference",
    "proxy_invitation",
    "alarm_step",
    "critical_read",
    "critical_step",
    "nurse_call_step",
];

/// Guarded, and of no patient: tokens and what goes with them. `server/tests/tokens.rs` tells who sees which.
pub const OF_TOKENS: [&str; 5] = [
    "signing_key",
    "api_client",
    "api_client_secret",
    "token_family",
    "refresh_token",
];
