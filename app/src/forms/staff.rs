//! Who works in the hospital: the list, the invitations, and what an admin changes there. A receptionist reads it.

use domain::organisation::WardName;
use hospital::organisation::staff::{Invitation, Member, Staff, grantable};
use leptos::prelude::*;
use ui::lang::{Arg, key, say, tell, weave, word};
use ui::{Button, Checkbox, Checkboxes, Form, Head, Look, PageHead, Question, Table, Time, TimeStyle};

use super::parts::{Act, Choice, Confirm, Line, Of, Said};
use crate::portals::role_in_words;
use crate::routes;

/// The page; `may_change` for an admin, `demo` where mails stay on this machine.
pub fn page(staff: Staff, may_change: bool, demo: bool) -> AnyView {
    let Staff {
        members,
        next,
        invitations,
        wards,
        ..
    } = staff;
    let mut heads = vec![
        Head::words(word(key::NAME)),
        Head::words(word(key::EMPLOYEE_ID)),
        Head::words(word(key::ROLES)),
        Head::words(word(key::STATUS)),
    ];
    if may_change {
        heads.push(Head::words(word(key::CHANGE)));
    }
    let rows = members.into_iter().map(|member| row(member, may_change)).collect_view();
    view! {
        <PageHead title=word(key::PLACE_STAFF)/>
        <Said/>
        <Table caption=word(key::WHO_WORKS_HERE) heads=heads>{rows}</Table>
        {next.map(|after| view! { <p><a href=routes::staff_after(&after)>{word(key::MORE)}</a></p> }.into_any())}
        {may_change.then(|| view! { {open(invitations)} {invite(wards)} }.into_any())}
        {(may_change && demo).then(|| view! { <p>{weave(say::demo_outbox(Arg::hole(0)), [view! { <a href=routes::OUTBOX>{word(key::OUTBOX)}</a> }.into_any()])}</p> }.into_any())}
    }
    .into_any()
}

fn row(member: Member, may_change: bool) -> AnyView {
    let roles = member
        .roles
        .iter()
        .map(|role| role_in_words(*role))
        .collect::<Vec<_>>()
        .join(", ");
    let status = match member.inactive_since {
        Some(since) => weave(
            say::inactive_since(Arg::hole(0)),
            [view! { <Time at=Signal::stored(Some(since)) style=TimeStyle::Date/> }.into_any()],
        ),
        None => word(key::ACTIVE).into_any(),
    };
    let change = may_change.then(|| {
        let acts = if member.is_me {
            word(key::THIS_IS_YOU).into_any()
        } else {
            acts(&member)
        };
        view! { <td><div class="acts">{acts}</div></td> }.into_any()
    });
    view! {
        <tr>
            <th scope="row">{member.name}<br/><span class="quiet">{member.contact}</span></th>
            <td data-head=word(key::EMPLOYEE_ID) class="code">{member.employee_id}</td>
            <td data-head=word(key::ROLES)>{roles}</td>
            <td data-head=word(key::STATUS)>{status}</td>
            {change}
        </tr>
    }
    .into_any()
}

fn acts(member: &Member) -> AnyView {
    let user = || vec![("user", member.user.to_string())];
    if member.inactive_since.is_some() {
        let label = tell(say::make_active_whom(member.name.as_str()));
        return view! { <Act action=routes::STAFF_ACTIVE fields=user() verb=word(key::MAKE_ACTIVE) label=label/> }
            .into_any();
    }
    let boxes = grantable()
        .map(|role| {
            let held = member.roles.contains(&role);
            view! {
                <Checkbox name="role" value=role.name() checked=held>{role_in_words(role)}</Checkbox>
            }
            .into_any()
        })
        .collect();
    view! {
        {rename(member)}
        {give_roles(member, boxes)}
        <Confirm
            action=routes::STAFF_FACTOR
            fields=user()
            verb=word(key::LOST_FACTOR)
            label=tell(say::lost_factor_of(member.name.as_str()))
            means=word(key::FOR_SOMEBODY_WHO_HAS)
        />
        <Confirm
            action=routes::STAFF_INACTIVE
            fields=user()
            verb=word(key::MAKE_INACTIVE)
            label=tell(say::make_inactive_whom(member.name.as_str()))
            means=word(key::EVERY_PAGE_AND_DEVICE)
        />
    }
    .into_any()
}

/// Another name, in a sheet of its own.
fn rename(member: &Member) -> AnyView {
    let (user, name) = (member.user.to_string(), member.name.clone());
    let (label, save) = (
        tell(say::name_of(name.as_str())),
        tell(say::save_name_of(name.as_str())),
    );
    let (of, hidden) = (Of("user", user.clone()), vec![("user", user)]);
    view! {
        <ui::Confirm verb=word(key::NAME) label=label.clone()>
            <Form class="confirm__form" action=routes::STAFF_RENAME hidden=hidden>
                <Line name="name" label=label value=name of=of/>
                <Button class="btn--small" label=save>{word(key::SAVE)}</Button>
            </Form>
        </ui::Confirm>
    }
    .into_any()
}

/// Other roles, in a sheet of its own.
fn give_roles(member: &Member, boxes: Vec<AnyView>) -> AnyView {
    let (user, name) = (member.user.to_string(), member.name.as_str());
    let (label, save) = (tell(say::roles_of(name)), tell(say::save_roles_of(name)));
    let question = Question::new("role", word(key::ROLES))
        .id(format!("role-{user}"))
        .open();
    let hidden = vec![("user", user)];
    view! {
        <ui::Confirm verb=word(key::ROLES) label=label>
            <Form class="confirm__form" action=routes::STAFF_ROLES hidden=hidden>
                <Checkboxes question=question>{boxes}</Checkboxes>
                <Button class="btn--small" label=save>{word(key::SAVE)}</Button>
            </Form>
        </ui::Confirm>
    }
    .into_any()
}

fn open(invitations: Vec<Invitation>) -> AnyView {
    if invitations.is_empty() {
        return ().into_any();
    }
    let heads = vec![
        Head::words(word(key::NAME)),
        Head::words(word(key::ROLE)),
        Head::words(word(key::SENT)),
        Head::words(word(key::CHANGE)),
    ];
    let rows = invitations
        .into_iter()
        .map(|open| {
            let id = || vec![("invitation", open.id.to_string())];
            view! {
                <tr>
                    <th scope="row">{open.name.clone()}<br/><span class="quiet">{open.email}</span></th>
                    <td data-head=word(key::ROLE)>{role_in_words(open.role)}</td>
                    <td data-head=word(key::SENT)><Time at=Signal::stored(Some(open.sent_at)) style=TimeStyle::DateClock/></td>
                    <td><div class="acts">
                        <Act action=routes::STAFF_RESEND fields=id() verb=word(key::SEND_AGAIN) label=tell(say::send_again_of(open.name.as_str()))/>
                        <Act action=routes::STAFF_WITHDRAW fields=id() verb=word(key::WITHDRAW) label=tell(say::withdraw_of(open.name.as_str()))/>
                    </div></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <h2>{word(key::OPEN_INVITATIONS)}</h2>
        <Table caption=word(key::OPEN_INVITATIONS) heads=heads>{rows}</Table>
    }
    .into_any()
}

fn invite(wards: Vec<WardName>) -> AnyView {
    let roles = std::iter::once((String::new(), word(key::CHOOSE_A_ROLE).to_owned()))
        .chain(grantable().map(|role| (role.name().to_owned(), role_in_words(role).to_owned())))
        .collect();
    let wards = std::iter::once((String::new(), word(key::NONE).to_owned()))
        .chain(wards.into_iter().map(|ward| (ward.id.to_string(), ward.name)))
        .collect();
    view! {
        <h2>{word(key::INVITE_SOMEBODY)}</h2>
        <Form class="form form--wide" action=routes::STAFF>
            <Line name="name" label=word(key::NAME)/>
            <Line name="email" label=word(key::EMAIL) kind="email" inputmode="email"/>
            <Choice name="role" label=word(key::ROLE) answers=roles/>
            <Choice name="ward" label=word(key::WARD_THAT_THEY_OPEN) answers=wards/>
            <div class="form__end"><Button look=Look::Primary>{word(key::SEND_THE_INVITATION)}</Button></div>
        </Form>
    }
    .into_any()
}
