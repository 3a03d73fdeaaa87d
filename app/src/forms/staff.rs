//! Who works in the hospital: the list, the invitations, and what an admin changes there. A receptionist reads it.

use domain::organisation::WardName;
use hospital::organisation::staff::{Invitation, Member, Staff, grantable};
use leptos::prelude::*;
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
        Head::words("Name"),
        Head::words("Employee id"),
        Head::words("Roles"),
        Head::words("Status"),
    ];
    if may_change {
        heads.push(Head::words("Change"));
    }
    let rows = members.into_iter().map(|member| row(member, may_change)).collect_view();
    view! {
        <PageHead title="Staff"/>
        <Said/>
        <Table caption="Who works here" heads=heads>{rows}</Table>
        {next.map(|after| view! { <p><a href=routes::staff_after(&after)>"More"</a></p> }.into_any())}
        {may_change.then(|| view! { {open(invitations)} {invite(wards)} }.into_any())}
        {(may_change && demo).then(|| view! { <p>"This is a demo: mails wait in the "<a href=routes::OUTBOX>"outbox"</a>"."</p> }.into_any())}
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
        Some(since) => {
            view! { "Inactive since "<Time at=Signal::stored(Some(since)) style=TimeStyle::Date/> }.into_any()
        }
        None => "Active".into_any(),
    };
    let change = may_change.then(|| {
        let acts = if member.is_me {
            "This is you".into_any()
        } else {
            acts(&member)
        };
        view! { <td><div class="acts">{acts}</div></td> }.into_any()
    });
    view! {
        <tr>
            <th scope="row">{member.name}<br/><span class="quiet">{member.contact}</span></th>
            <td data-head="Employee id" class="code">{member.employee_id}</td>
            <td data-head="Roles">{roles}</td>
            <td data-head="Status">{status}</td>
            {change}
        </tr>
    }
    .into_any()
}

fn acts(member: &Member) -> AnyView {
    let user = || vec![("user", member.user.to_string())];
    if member.inactive_since.is_some() {
        let label = format!("Make active: {}", member.name);
        return view! { <Act action=routes::STAFF_ACTIVE fields=user() verb="Make active" label=label/> }.into_any();
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
    let roles_label = format!("Roles of {}", member.name);
    let (name_label, name_id) = (format!("Name of {}", member.name), format!("name-{}", member.user));
    view! {
        <details class="confirm">
            <summary class="btn btn--secondary btn--small" aria-label=name_label.clone()>"Name"</summary>
            <form class="confirm__sheet" method="post" action=routes::STAFF_RENAME>
                <input type="hidden" name="user" value=member.user.to_string()/>
                <div class="field">
                    <label class="field__label" for=name_id.clone()>{name_label}</label>
                    <div class="field__box"><input class="field__input" id=name_id name="name" value=member.name.clone() autocomplete="off"/></div>
                </div>
                <Button class="btn--small" label=format!("Save the name of {}", member.name)>"Save"</Button>
            </form>
        </details>
        <details class="confirm">
            <summary class="btn btn--secondary btn--small" aria-label=roles_label>"Roles"</summary>
            <form class="confirm__sheet" method="post" action=routes::STAFF_ROLES>
                <input type="hidden" name="user" value=member.user.to_string()/>
                {boxes}
                <Button class="btn--small" label=format!("Save the roles of {}", member.name)>"Save"</Button>
            </form>
        </details>
        <Confirm
            action=routes::STAFF_FACTOR
            fields=user()
            verb="Lost factor"
            label=format!("Lost factor: {}", member.name)
            means="For somebody who has lost both phone and recovery codes, and whom you have before you. The second factor and the password go, every page and program in this name is signed out, and a link to a new password goes to their own e-mail address."
        />
        <Confirm
            action=routes::STAFF_INACTIVE
            fields=user()
            verb="Make inactive"
            label=format!("Make inactive: {}", member.name)
            means="Every page and device that is open in this name closes within a second, and duties, care and hand-overs end. You can make the account active again; what it had you then assign anew."
        />
    }
    .into_any()
}

fn open(invitations: Vec<Invitation>) -> AnyView {
    if invitations.is_empty() {
        return ().into_any();
    }
    let heads = vec![
        Head::words("Name"),
        Head::words("Role"),
        Head::words("Sent"),
        Head::words("Change"),
    ];
    let rows = invitations
        .into_iter()
        .map(|open| {
            let id = || vec![("invitation", open.id.to_string())];
            view! {
                <tr>
                    <th scope="row">{open.name.clone()}<br/><span class="quiet">{open.email}</span></th>
                    <td data-head="Role">{role_in_words(open.role)}</td>
                    <td data-head="Sent"><Time at=Signal::stored(Some(open.sent_at)) style=TimeStyle::DateClock/></td>
                    <td><div class="acts">
                        <Act action=routes::STAFF_RESEND fields=id() verb="Send again" label=format!("Send again: the invitation of {}", open.name)/>
                        <Act action=routes::STAFF_WITHDRAW fields=id() verb="Withdraw" label=format!("Withdraw the invitation of {}", open.name)/>
                    </div></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <h2>"Open invitations"</h2>
        <Table caption="Open invitations" heads=heads>{rows}</Table>
    }
    .into_any()
}

fn invite(wards: Vec<WardName>) -> AnyView {
    let roles = std::iter::once((String::new(), "Choose a role".to_owned()))
        .chain(grantable().map(|role| (role.name().to_owned(), role_in_words(role).to_owned())))
        .collect();
    let wards = std::iter::once((String::new(), "None".to_owned()))
        .chain(wards.into_iter().map(|ward| (ward.id.to_string(), ward.name)))
        .collect();
    view! {
        <h2>"Invite somebody"</h2>
        <form class="form form--wide" method="post" action=routes::STAFF>
            <Line name="name" label="Name"/>
            <Line name="email" label="Email" kind="email" inputmode="email"/>
            <Choice name="role" label="Role" answers=roles/>
            <Choice name="ward" label="Ward that they open first" answers=wards/>
            <div class="form__end"><Button look=Look::Primary>"Send the invitation"</Button></div>
        </form>
    }
    .into_any()
}
