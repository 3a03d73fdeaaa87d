//! Who works in the hospital: the list, the invitations, and what an admin changes there. A receptionist reads it.

use domain::organisation::WardName;
use hospital::organisation::staff::{Invitation, Member, Staff, grantable};
use leptos::prelude::*;
use ui::lang::{Arg, key, say, tell, weave, word};
use ui::{Button, Head, Look, PageHead, Table, Time, TimeStyle};

use super::parts::{Act, Choice, Confirm, Line, Said};
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
                <label class="checkbox">
                    <input class="checkbox__input" type="checkbox" name="role" value=role.name() checked=held/>
                    <span>{role_in_words(role)}</span>
                </label>
            }
            .into_any()
        })
        .collect_view();
    let roles_label = tell(say::roles_of(member.name.as_str()));
    let (name_label, name_id) = (
        tell(say::name_of(member.name.as_str())),
        format!("name-{}", member.user),
    );
    view! {
        <details class="confirm">
            <summary class="btn btn--secondary btn--small" aria-label=name_label.clone()>{word(key::NAME)}</summary>
            <form class="confirm__sheet" method="post" action=routes::STAFF_RENAME>
                <input type="hidden" name="user" value=member.user.to_string()/>
                <div class="field">
                    <label class="field__label" for=name_id.clone()>{name_label}</label>
                    <div class="field__box"><input class="field__input" id=name_id name="name" value=member.name.clone() autocomplete="off"/></div>
                </div>
                <Button class="btn--small" label=tell(say::save_name_of(member.name.as_str()))>{word(key::SAVE)}</Button>
            </form>
        </details>
        <details class="confirm">
            <summary class="btn btn--secondary btn--small" aria-label=roles_label>{word(key::ROLES)}</summary>
            <form class="confirm__sheet" method="post" action=routes::STAFF_ROLES>
                <input type="hidden" name="user" value=member.user.to_string()/>
                {boxes}
                <Button class="btn--small" label=tell(say::save_roles_of(member.name.as_str()))>{word(key::SAVE)}</Button>
            </form>
        </details>
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
        <form class="form form--wide" method="post" action=routes::STAFF>
            <Line name="name" label=word(key::NAME)/>
            <Line name="email" label=word(key::EMAIL) kind="email" inputmode="email"/>
            <Choice name="role" label=word(key::ROLE) answers=roles/>
            <Choice name="ward" label=word(key::WARD_THAT_THEY_OPEN) answers=wards/>
            <div class="form__end"><Button look=Look::Primary>{word(key::SEND_THE_INVITATION)}</Button></div>
        </form>
    }
    .into_any()
}
