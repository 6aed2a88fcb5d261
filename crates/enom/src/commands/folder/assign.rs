//! `AssignToDomainFolder`: puts domains into a folder, moves them between folders, or takes them out. What is refused is told
//! by a number of its own as well.

use engine::model::{DomainName, Tag};
use engine::ops::folder::{Assign, Source};
use engine::{Failure, Field, Outcome, Refusals};
use outcomes::Operation as Name;

use super::named;
use crate::answer::{Ended, Reply, Troubles};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::{Params, choose, missing};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let mode = params
        .read("TransferMode", Field::DomainTag, |text| choose("TransferMode", text, &MODES))
        .unwrap_or(Mode::Copy);
    let domains = domains(&mut params);
    let from = params.text(FROM).is_some_and(|from| from.trim() != ALL);
    let from = if from { params.read(FROM, Field::DomainTag, Tag::parse) } else { None };
    let to = if mode == Mode::Remove { None } else { named::needed(&mut params, "ToFolderName") };
    let from = match (mode, from) {
        (Mode::Copy, _) => Source::Nowhere,
        (_, None) => Source::Everywhere,
        (_, Some(folder)) => Source::Folder(folder),
    };
    let assign = params.finish(Some(Assign { domains, from, to }))?;
    let head = head(&assign);
    match call.command(assign).await {
        Ok(done) => {
            let ids: Vec<String> = done.answer.iter().map(|id| id.0.to_string()).collect();
            let told = head.group("DomainNames", Fields::new().list("ID", "ID", &ids));
            Ok(Reply::new(ended(told, mode, named::DONE)))
        }
        Err(Failure::Refused(refusals)) => {
            let told = head.one("ErrorMessage", Troubles::line_of(&refusals, Name::FolderAssign));
            Ok(Reply::refused(ended(told, mode, number(&refusals)), refusals))
        }
        Err(fault) => Err(fault),
    }
}

/// What is done with the domains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    Copy = 1,
    Move,
    Remove,
}

const MODES: [(&str, Mode); 3] = [("1", Mode::Copy), ("2", Mode::Move), ("3", Mode::Remove)];

fn domains(params: &mut Params) -> Vec<DomainName> {
    let Some(list) = params.text("DomainNameList").map(str::to_owned) else {
        params.add(missing("DomainNameList", Field::DomainTag));
        return Vec::new();
    };
    let names = list.split(',').map(str::trim).filter(|name| !name.is_empty());
    names.filter_map(|name| params.take(Field::DomainName, DomainName::parse(name))).collect()
}

/// From where to where.
fn head(assign: &Assign) -> Fields {
    let to = assign.to.as_ref().map(Tag::as_str).unwrap_or_default();
    let from = match &assign.from {
        Source::Folder(name) => name.as_str(),
        Source::Nowhere | Source::Everywhere => ALL,
    };
    Fields::new().one("ToFolderName", to).one("FromFolderName", from)
}

fn ended(told: Fields, mode: Mode, result: &str) -> Fields {
    let told = told.one("TransferMode", (mode as u8).to_string()).one("Result", result);
    Fields::new().group("AssignResult", told)
}

/// The number by which a refusal is told beside.
fn number(refusals: &Refusals) -> &'static str {
    match refusals.first().outcome {
        Outcome::FolderUnknown => "3",
        Outcome::DomainUnknown | Outcome::NotSponsor => "5",
        Outcome::TagsTooMany => "2",
        _ => "0",
    }
}

const FROM: &str = "FromFolderName";
/// All folders.
const ALL: &str = "*";
