//! `UpdatePushList`: gives domains to another account of this system, each by itself.

use engine::model::{DomainName, Realm};
use engine::ops::domain::{Push, Receiver};
use engine::{Failure, Field};
use outcomes::Operation as Name;

use crate::answer::{Ended, Reply, Troubles};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::{Params, missing};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let login = params.need("PushToLoginID", Field::AccountId, |login| Ok(login.to_ascii_lowercase()));
    let list = params.text("DomainList").map(str::to_owned);
    if list.is_none() {
        params.add(missing("DomainList", Field::DomainName));
    }
    let (login, list) = params.finish(login.zip(list))?;
    let names = list.split(['\r', '\n', ',']).map(str::trim).filter(|name| !name.is_empty()).take(MOST);
    let mut rows = Fields::new();
    for (name, place) in names.zip(1..) {
        let to = Receiver::Login(Realm::Enom, login.clone());
        rows = rows.row("PUSH-DOMAIN", place, pushed(call, name, to).await?);
    }
    Ok(Reply::new(Fields::new().group("UPDATEPUSHLIST", rows)))
}

/// Gives one away. Each is a request of its own, and what is refused is an answer here.
async fn pushed(call: &Call<'_>, text: &str, to: Receiver) -> Result<Vec<(&'static str, String)>, Failure> {
    let Ok(name) = DomainName::parse(text) else {
        return Ok(cells(text, false, Err("Invalid domain name".to_owned())));
    };
    match call.apart().command(Push { name, to }).await {
        Ok(_) => Ok(cells(text, true, Ok(()))),
        Err(Failure::Refused(refusals)) => {
            Ok(cells(text, true, Err(Troubles::line_of(&refusals, Name::DomainPush))))
        }
        Err(fault) => Err(fault),
    }
}

fn cells(name: &str, is_valid: bool, end: Result<(), String>) -> Vec<(&'static str, String)> {
    let success = if end.is_ok() { "Yes" } else { "No" };
    let status = end.err().unwrap_or_else(|| "Ok to push".to_owned());
    vec![
        ("DomainName", name.to_owned()),
        ("DomainListWrongFormat", if is_valid { "Valid" } else { "InValid" }.to_owned()),
        ("SuccessfulPush", success.to_owned()),
        ("Status", status),
    ]
}

/// Domains in one request.
const MOST: usize = 200;
