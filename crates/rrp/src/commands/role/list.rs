//! `QueryRoleUserList`: the roles of the account.

use engine::model::{Page as Rows, Pattern, Realm};
use engine::ops::role::{List, RoleLine};
use engine::{Done, Field};

use super::acl::written;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::page::{Page, own_alone};
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    own_alone(&mut params);
    params.choice("ORDERBY", &[("ROLEID", ())]);
    let wanted = params.read("ROLEID", Field::Role, Pattern::parse);
    let page = Page::read(&mut params);
    let wanted = params.finish(Some(wanted))?;
    let mut done = roles(call).await?;
    done.answer.retain(|role| wanted.as_ref().is_none_or(|wanted| wanted.fits(id(role))));
    Ok(Reply::of(done, |roles| {
        let found = Rows::of(roles, page.window());
        page.scalars(told(&found.rows), found.rows.len(), found.total)
    }))
}

fn told(rows: &[RoleLine]) -> Columns {
    let user = |row: &RoleLine| row.login.split(':').next().unwrap_or_default().to_owned();
    Columns::new()
        .each("roleid", rows, |row| id(row).to_owned())
        .each("user", rows, user)
        .each("defaultpolicy", rows, |row| written(&row.limits.commands).1.to_owned())
        .each("status", rows, |_| "ACTIVE".to_owned())
}

/// The roles that can log in here.
pub(super) async fn roles(call: &Call<'_>) -> Result<Done<Vec<RoleLine>>, engine::Failure> {
    let mut done = call.query(List).await?;
    done.answer.retain(|role| role.realm == Realm::Rrp);
    Ok(done)
}

/// A role's name within the account.
pub(super) fn id(role: &RoleLine) -> &str {
    role.login.split_once(':').map_or("", |(_, id)| id)
}
