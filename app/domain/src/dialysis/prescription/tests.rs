use super::*;

fn typed() -> Typed {
    let text = |text: &str| text.to_owned();
    Typed {
        modality: text("hd"),
        minutes: text("240"),
        days: text("mon,wed,fri"),
        dialyser: text("FX 80"),
        blood_flow: text("300"),
        dialysate_flow: text("500"),
        potassium: text("2.0"),
        calcium: text("1,25"),
        sodium: text("138"),
        bicarbonate: text("35"),
        temperature: text("36.5"),
        anticoagulant: text("heparin"),
        loading_dose: text("2000"),
        hourly_dose: text("1000"),
        stop_before: text("30"),
        needle_gauge: text("15"),
        ..Typed::default()
    }
}

fn fields(typed: &Typed) -> Vec<String> {
    typed.read().unwrap_err().into_iter().map(|fault| fault.field).collect()
}

#[test]
fn a_usual_prescription_is_read_and_drawn_line_by_line() {
    let read = typed().read().unwrap();
    assert_eq!((read.calcium, read.max_uf_rate, read.uf_goal), (1.25, 13.0, None));
    assert_eq!(read.weekly_hours(), 12.0);
    let lines = read.lines();
    let parts: Vec<Part> = lines.iter().map(|line| line.0).collect();
    assert!(parts.contains(&Part::LoadingDose) && !parts.contains(&Part::Substitution));
    assert!(lines.contains(&(Part::UfGoal, Shown::ToDryWeight)));
    assert!(lines.contains(&(Part::Temperature, Shown::Number(36.5, 1, "°C"))));
}

#[test]
fn what_was_read_comes_back_as_it_would_be_typed() {
    let hdf = Typed {
        modality: "hdf_post".into(),
        substitution: "21.5".into(),
        sodium_end: "136".into(),
        dialysis_fluid: "ultrapure".into(),
        uf_profile: "falling".into(),
        uf_steps: "40, 30, 20, 10".into(),
        uf_goal: "2500".into(),
        max_uf_rate: "10".into(),
        single_needle: "yes".into(),
        ..typed()
    };
    for one in [typed(), hdf] {
        let read = one.read().unwrap();
        assert_eq!(Typed::of(&read).read().unwrap(), read);
        assert_eq!(Typed::of(&read).fields().len(), 25);
    }
}

#[test]
fn nothing_is_prescribed_by_leaving_it_out() {
    let expected = [
        "modality",
        "minutes",
        "days",
        "dialyser",
        "blood_flow",
        "anticoagulant",
        "potassium",
        "calcium",
        "sodium",
        "bicarbonate",
        "temperature",
    ];
    let faults = fields(&Typed::default());
    for field in expected {
        assert!(faults.iter().any(|fault| fault == field), "{field} of {faults:?}");
    }
}

#[test]
fn limits_are_those_of_the_specification() {
    let with = |change: fn(&mut Typed, String), value: &str| {
        let mut one = typed();
        change(&mut one, value.to_owned());
        one.read().is_ok()
    };
    for (value, is) in [
        ("34.9", false),
        ("35.0", true),
        ("37", true),
        ("37.1", false),
        ("36.55", false),
    ] {
        assert_eq!(
            with(|it, value| it.temperature = value, value),
            is,
            "temperature {value}"
        );
    }
    for (value, is) in [("21", false), ("22", true), ("43", true), ("44", false)] {
        assert_eq!(
            with(|it, value| it.bicarbonate = value, value),
            is,
            "bicarbonate {value}"
        );
    }
    for (value, is) in [("13", false), ("14", true), ("17", true), ("18", false)] {
        assert_eq!(with(|it, value| it.needle_gauge = value, value), is, "gauge {value}");
    }
    for (value, is) in [("13", true), ("13.1", false), ("0.5", false)] {
        assert_eq!(with(|it, value| it.max_uf_rate = value, value), is, "rate {value}");
    }
    let wrong = Typed {
        temperature: "40".into(),
        ..typed()
    };
    assert_eq!(wrong.read().unwrap_err()[0].reason, "Enter 35.0 to 37.0\u{a0}°C.");
}

#[test]
fn one_setting_asks_for_another() {
    let no_volume = Typed {
        modality: "hdf_pre".into(),
        ..typed()
    };
    assert_eq!(fields(&no_volume), ["substitution"]);
    let no_flow = Typed {
        dialysate_flow: String::new(),
        ..typed()
    };
    assert_eq!(fields(&no_flow), ["dialysate_flow"]);
    let ultrafiltration = Typed {
        modality: "iuf".into(),
        ..no_flow
    };
    assert_eq!(ultrafiltration.read().unwrap().dialysate_flow, None);
    let dose_of_nothing = Typed {
        anticoagulant: "none".into(),
        ..typed()
    };
    assert_eq!(fields(&dose_of_nothing), ["anticoagulant"]);
    let unnamed = Typed {
        anticoagulant: "other".into(),
        ..typed()
    };
    assert_eq!(fields(&unnamed), ["anticoagulant_words"]);
    let catheter = Typed {
        needle_gauge: String::new(),
        ..typed()
    };
    assert_eq!(catheter.read().unwrap().needle_gauge, None);
    let unknown_day = Typed {
        days: "mon,someday".into(),
        ..typed()
    };
    assert_eq!(fields(&unknown_day), ["days"]);
}

#[test]
fn ultrapure_fluid_may_be_asked_for_and_is_there_in_any_case_where_fluid_is_given() {
    let of = |typed: Typed| {
        let read = typed.read().unwrap();
        let line = read.lines().into_iter().find(|line| line.0 == Part::DialysisFluid);
        (read.dialysis_fluid, line.map(|line| line.1))
    };
    let (standard, ultrapure) = (Shown::Name("standard"), Shown::Name("ultrapure"));
    assert_eq!(of(typed()), (DialysisFluid::Standard, Some(standard)), "nobody said");
    let asked = Typed {
        dialysis_fluid: "ultrapure".into(),
        ..typed()
    };
    assert_eq!(of(asked.clone()), (DialysisFluid::Ultrapure, Some(ultrapure.clone())));
    for modality in ["hdf_pre", "hdf_post", "hf"] {
        let hdf = Typed {
            modality: modality.into(),
            substitution: "20".into(),
            dialysis_fluid: "standard".into(),
            ..typed()
        };
        assert_eq!(
            of(hdf),
            (DialysisFluid::Ultrapure, Some(ultrapure.clone())),
            "{modality}"
        );
    }
    let fluid_alone = Typed {
        modality: "iuf".into(),
        ..asked
    };
    assert_eq!(of(fluid_alone), (DialysisFluid::Standard, None));
    let other = Typed {
        dialysis_fluid: "distilled".into(),
        ..typed()
    };
    assert_eq!(fields(&other), ["dialysis_fluid"]);
}

#[test]
fn a_profile_is_a_name_alone_until_its_shares_are_prescribed() {
    let with = |profile: &str, steps: &str| Typed {
        uf_profile: profile.into(),
        uf_steps: steps.into(),
        ..typed()
    };
    let shown = |profile: &str, steps: &str| {
        let lines = with(profile, steps).read().unwrap().lines();
        let line = lines.into_iter().find(|line| line.0 == Part::UfSteps);
        line.map(|line| line.1)
    };
    let steps = UfSteps::parse("40 30 20 10").unwrap();
    assert_eq!(shown("even", ""), None);
    assert_eq!(shown("falling", ""), Some(Shown::NotWatched));
    assert_eq!(shown("falling", "40 30 20 10"), Some(Shown::Steps(steps)));
    assert_eq!(UfProfile::Even.course(None), Some(UfSteps::EVEN));
    assert_eq!(
        (UfProfile::Stepped.course(None), UfProfile::Stepped.course(Some(steps))),
        (None, Some(steps))
    );
    // In steps they may also rise.
    assert!(with("stepped", "10 40 30 20").read().is_ok());
    for (profile, steps) in [
        ("even", "40 30 20 10"),
        ("falling", "10 40 30 20"),
        ("falling", "25 25 25 25"),
        ("falling", "40 30 20"),
        ("stepped", "40 30 20 20"),
    ] {
        assert_eq!(fields(&with(profile, steps)), ["uf_steps"], "{profile} {steps}");
    }
}

#[test]
fn around_the_clock_it_is_prescribed_by_the_day_and_by_no_rule_of_a_session() {
    let asked = Typed {
        modality: "cvvhdf".into(),
        // What the form began with: it is asked of sessions only.
        minutes: "240".into(),
        days: "mon,wed,fri".into(),
        dialysate_flow: "13".into(),
        substitution: "38.4".into(),
        uf_goal: "9600".into(),
        needle_gauge: String::new(),
        ..typed()
    };
    let read = asked.read().unwrap();
    assert_eq!((read.minutes, read.weekly_hours()), (DAY, 168.0));
    let lines = read.lines();
    let of = |part: Part| lines.iter().find(|line| line.0 == part).map(|line| line.1.clone());
    assert_eq!(of(Part::Minutes), Some(Shown::AroundTheClock));
    assert_eq!(of(Part::UfGoal), Some(Shown::Number(9_600.0, 0, "mL/24 h")));
    assert_eq!(of(Part::Substitution), Some(Shown::Number(38.4, 1, "L/24 h")));
    for part in [
        Part::Days,
        Part::MaxUfRate,
        Part::UfProfile,
        Part::UfSteps,
        Part::DialysisFluid,
        Part::StopBefore,
    ] {
        assert_eq!(of(part), None, "{part:?}");
    }
    assert_eq!(Typed::of(&read).read().unwrap(), read);
    let by_the_hour = Typed {
        dialysate_flow: "800".into(),
        uf_goal: String::new(),
        ..asked
    };
    assert_eq!(fields(&by_the_hour), ["dialysate_flow", "uf_goal"]);
}
