//! What comes again, what is open, the counter; and one piece of work from its checklist to its result.

use domain::devices::upkeep::WorkResult;
use hospital::devices::machines::{Console, PlanLine, Work, WorkLine};
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{
    Button, Card, Checkbox, Checkboxes, Chip, Empty, Facts, Form, Head, Known, LinkButton, Look, PageHead, Question,
    Table, TextArea,
};

use super::{due_words, hours, near, tabs, when};
use crate::forms::parts::{Act, Choice, Confirm, Line, Said, choose, fault, typed};
use crate::routes::{self, MachinePage};

/// The page of upkeep.
pub fn page(console: Console) -> AnyView {
    let id = console.machine.id;
    let here = routes::machine(id, MachinePage::Maintenance);
    let may_keep = console.may.keep;
    let tabs = tabs(id, MachinePage::Maintenance, console.ways);
    let run = hours(console.machine.hours);
    let forms = may_keep.then(|| forms(&here));
    let meter = may_keep.then(|| {
        view! {
            <Form class="form form--wide" action=here.clone() hidden=vec![("act", "meter".to_owned())]>
                <Line name="hours" label=word(key::MACHINE_COUNTER) inputmode="decimal"/>
                <Button>{word(key::MACHINE_READ_COUNTER)}</Button>
            </Form>
        }
        .into_any()
    });
    let (open, plans) = (open(&console.open, id), plans(&here, console.plans, may_keep));
    view! {
        <PageHead title=word(key::MACHINE_MAINTENANCE) context=console.machine.name/>
        {tabs}
        <Said/>
        <div class="stack">
            <Card title=word(key::MACHINE_COMES_AGAIN) id="plans">{plans}</Card>
            <Card title=word(key::MACHINE_OPEN_WORK) id="open">{open}</Card>
            <Card title=word(key::MACHINE_HOURS_RUN) id="hours-run"><div class="card__body"><p>{run}</p>{meter}</div></Card>
            {forms}
        </div>
    }
    .into_any()
}

fn plans(here: &str, plans: Vec<PlanLine>, may_keep: bool) -> AnyView {
    if plans.is_empty() {
        return view! { <Empty icon="wrench" title=word(key::MACHINE_NO_PLAN) text=word(key::MACHINE_NO_PLAN_TEXT)/> }
            .into_any();
    }
    let rows = plans
        .into_iter()
        .map(|plan| {
            let due = due_words(plan.due_on, plan.due_hours);
            let gate = if plan.is_gate { word(key::MACHINE_GATES) } else { word(key::MACHINE_GATES_NOT) };
            let acts = may_keep.then(|| {
                let which = |act: &str| vec![("act", act.to_owned()), ("plan", plan.id.to_string())];
                let begin = match plan.open {
                    Some(_) => word(key::MACHINE_GO_ON),
                    None => word(key::MACHINE_BEGIN_WORK),
                };
                let (begin_label, end_label) = (format!("{begin}: {}", plan.work), tell(say::end_of_what(plan.work.as_str())));
                view! {
                    <Act action=here.to_owned() fields=which("begin") verb=begin label=begin_label/>
                    <Confirm action=here.to_owned() fields=which("end-plan") verb=word(key::END) label=end_label means=word(key::MACHINE_END_PLAN_MEANS)/>
                }
                .into_any()
            });
            view! {
                <tr>
                    <th scope="row"><bdi>{plan.work.clone()}</bdi></th>
                    <td data-head=word(key::MACHINE_DUE)>{due}</td>
                    <td data-head=word(key::STATE)>{near(plan.due.nearness())}</td>
                    <td data-head=word(key::MACHINE_WHEN_OVERDUE)>{gate}</td>
                    <td><div class="acts">{acts}</div></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [
        word(key::MACHINE_WORK),
        word(key::MACHINE_DUE),
        word(key::STATE),
        word(key::MACHINE_WHEN_OVERDUE),
        "",
    ]
    .map(Head::words)
    .to_vec();
    view! { <Table caption=word(key::MACHINE_COMES_AGAIN) heads=heads>{rows}</Table> }.into_any()
}

fn open(works: &[WorkLine], device: domain::ids::DeviceId) -> AnyView {
    if works.is_empty() {
        return view! { <Empty icon="clipboard" title=word(key::NOTHING) text=word(key::MACHINE_NO_OPEN_WORK)/> }
            .into_any();
    }
    let rows = works
        .iter()
        .map(|work| {
            let (at, by) = work.opened.clone();
            let href = routes::machine_work(device, work.id);
            view! {
                <tr>
                    <th scope="row"><a href=href><bdi>{work.work.clone()}</bdi></a></th>
                    <td data-head=word(key::OPENED)>{when(at)}" · "<bdi>{by}</bdi></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [word(key::MACHINE_WORK), word(key::OPENED)].map(Head::words).to_vec();
    view! { <Table caption=word(key::MACHINE_OPEN_WORK) heads=heads>{rows}</Table> }.into_any()
}

/// A repair, and one more plan.
fn forms(here: &str) -> AnyView {
    let (repair, plan) = (here.to_owned(), here.to_owned());
    let gates = vec![
        ("yes".to_owned(), word(key::MACHINE_GATES).to_owned()),
        ("no".to_owned(), word(key::MACHINE_GATES_NOT).to_owned()),
    ];
    let (checklist, wrong) = (
        typed("checklist").unwrap_or_default(),
        fault("checklist").unwrap_or_default(),
    );
    view! {
        <Card title=word(key::MACHINE_REPAIR) id="repair-new">
            <Form class="card__body form" action=repair hidden=vec![("act", "repair".to_owned())]>
                <Line name="repair" label=word(key::MACHINE_WHAT_IS_DONE) most=120/>
                <div class="form__end"><Button>{word(key::MACHINE_BEGIN_WORK)}</Button></div>
            </Form>
        </Card>
        <Card title=word(key::MACHINE_ANOTHER_PLAN) id="plan-new">
            <Form class="card__body form" action=plan hidden=vec![("act", "plan".to_owned())]>
                <Line name="work" label=word(key::MACHINE_WHAT_IS_DONE) most=120/>
                <Line name="every_days" label=word(key::MACHINE_EVERY_DAYS) inputmode="numeric" open=true/>
                <Line name="every_hours" label=word(key::MACHINE_EVERY_HOURS) hint=word(key::MACHINE_WHICHEVER_FIRST) inputmode="numeric" open=true/>
                <TextArea name="checklist" label=word(key::MACHINE_CHECKLIST) hint=word(key::MACHINE_CHECKLIST_HINT) value=checklist error=wrong most=3600 optional=true/>
                <Choice name="gate" label=word(key::MACHINE_WHEN_OVERDUE) answers=gates/>
                <div class="form__end"><Button>{word(key::MACHINE_ADD_PLAN)}</Button></div>
            </Form>
        </Card>
    }
    .into_any()
}

/// The page of one piece of work.
pub fn work(work: Work) -> AnyView {
    let back = routes::machine(work.device, MachinePage::Maintenance);
    let (at, by) = work.opened.clone();
    let closed = work.closed.clone().map(|(at, by, result)| {
        let look = match result {
            WorkResult::Passed => "ok",
            WorkResult::Failed => "high-soft",
            WorkResult::GivenUp => "line",
        };
        view! {
            <Known what=word(key::ENDED)>{when(at)}" · "<bdi>{by}</bdi></Known>
            <Known what=word(key::MACHINE_RESULT)><Chip look=look>{lang::of_english(result.words())}</Chip></Known>
        }
        .into_any()
    });
    let is_open = work.closed.is_none();
    let run = work
        .hours
        .map(|value| view! { <Known what=word(key::MACHINE_HOURS_RUN)>{hours(value)}</Known> }.into_any());
    let findings = work
        .findings
        .clone()
        .map(|text| view! { <Known what=word(key::MACHINE_FINDINGS)><bdi>{text}</bdi></Known> }.into_any());
    let parts = (!work.parts.is_empty()).then(|| parts(&work));
    let checked = (!is_open && !work.checks.is_empty()).then(|| checked(&work));
    let form = (is_open && work.may_keep).then(|| close(&work));
    view! {
        <PageHead title=work.work.clone() context=work.device_name.clone()>
            <LinkButton href=back look=Look::Quiet>{word(key::MACHINE_TO_MAINTENANCE)}</LinkButton>
        </PageHead>
        <Said/>
        <div class="stack">
            <Card title=word(key::MACHINE_WORK) id="work">
                <Facts class="card__body">
                    <Known what=word(key::OPENED)>{when(at)}" · "<bdi>{by}</bdi></Known>
                    {closed}
                    {run}
                    {findings}
                </Facts>
            </Card>
            {checked}
            {parts}
            {form}
        </div>
    }
    .into_any()
}

fn checked(work: &Work) -> AnyView {
    let rows = work
        .checks
        .iter()
        .map(|check| {
            let says = match check.passed {
                Some(true) => view! { <Chip look="ok" icon="check">{word(key::DISINFECTION_PASSED)}</Chip> }.into_any(),
                _ => view! { <Chip look="high-soft" icon="high">{word(key::DISINFECTION_FAILED)}</Chip> }.into_any(),
            };
            view! { <tr><th scope="row"><bdi>{check.item.clone()}</bdi></th><td data-head=word(key::STATE)>{says}</td></tr> }
                .into_any()
        })
        .collect_view();
    let heads = [word(key::MACHINE_CHECKLIST), word(key::STATE)]
        .map(Head::words)
        .to_vec();
    view! { <Card title=word(key::MACHINE_CHECKLIST) id="checklist"><Table caption=word(key::MACHINE_CHECKLIST) heads=heads>{rows}</Table></Card> }
        .into_any()
}

fn parts(work: &Work) -> AnyView {
    let rows = work
        .parts
        .iter()
        .map(|part| {
            let number = part.number.clone().unwrap_or_default();
            view! {
                <tr>
                    <th scope="row"><bdi>{part.name.clone()}</bdi></th>
                    <td class="code" data-head=word(key::MACHINE_PART_NUMBER)>{number}</td>
                    <td class="num" data-head=word(key::MACHINE_COUNT)>{part.count}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = vec![
        Head::words(word(key::MACHINE_PART)),
        Head::words(word(key::MACHINE_PART_NUMBER)),
        Head::number(word(key::MACHINE_COUNT)),
    ];
    view! { <Card title=word(key::MACHINE_PARTS) id="parts"><Table caption=word(key::MACHINE_PARTS) heads=heads>{rows}</Table></Card> }
        .into_any()
}

/// What was looked at, built in and found.
fn close(work: &Work) -> AnyView {
    let here = routes::machine_work(work.device, work.id);
    let results = choose(WorkResult::ALL.map(|result| (result.name().to_owned(), lang::of_english(result.words()))));
    let ticked = typed("passed").unwrap_or_default();
    let boxes = work
        .checks
        .iter()
        .enumerate()
        .map(|(place, check)| {
            let value = place.to_string();
            let checked = ticked.split(' ').any(|one| one == value);
            let item = check.item.clone();
            view! { <Checkbox name="passed" value=value checked=checked><bdi>{item}</bdi></Checkbox> }.into_any()
        })
        .collect_view();
    let checks = (!work.checks.is_empty()).then(|| {
        let question = Question::new("checks", word(key::MACHINE_PASSED_LINES))
            .error(fault("checks"))
            .open();
        view! { <Checkboxes question=question>{boxes}</Checkboxes> }.into_any()
    });
    let counter = tell(say::machine_counter_now(hours(work.hours_now)));
    let area = |name: &str| (typed(name).unwrap_or_default(), fault(name).unwrap_or_default());
    let ((parts, parts_wrong), (findings, findings_wrong)) = (area("parts"), area("findings"));
    view! {
        <Card title=word(key::MACHINE_CLOSE_WORK) id="close">
            <Form class="card__body form" action=here>
                {checks}
                <TextArea name="parts" label=word(key::MACHINE_PARTS) hint=word(key::MACHINE_PARTS_HINT) value=parts error=parts_wrong most=3600 optional=true/>
                <TextArea name="findings" label=word(key::MACHINE_FINDINGS) hint=word(key::MACHINE_FINDINGS_HINT) value=findings error=findings_wrong most=2000 optional=true/>
                <Line name="hours" label=word(key::MACHINE_COUNTER) hint=counter inputmode="decimal" optional=true/>
                <Choice name="result" label=word(key::MACHINE_RESULT) answers=results/>
                <div class="form__end"><Button look=Look::Primary>{word(key::MACHINE_CLOSE_WORK)}</Button></div>
            </Form>
        </Card>
    }
    .into_any()
}
