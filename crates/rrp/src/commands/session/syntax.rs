//! `QueryCommandSyntax`: the commands that whoever asks may give, by all their names.

use engine::model::NamePattern;
use engine::{Done, Outcome};

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::commands::{Command, all};
use crate::page::Page;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let page = Page::read(&mut params);
    let pattern = NamePattern::new(&params.text("COMMANDNAME").unwrap_or_default());
    params.ignore(&["WIDE", "ORDERBY", "ORDER"]);
    params.finish(Some(()))?;
    let permitted = all().filter(|command| command.permit(call.actor()).is_ok());
    let mut named: Vec<(&str, &Command)> =
        permitted.flat_map(|command| command.names.iter().map(move |name| (*name, command))).collect();
    named.retain(|(name, _)| pattern.fits(&name.to_ascii_lowercase()));
    named.sort_unstable_by_key(|(name, _)| name.to_ascii_lowercase());
    Ok(Reply::of(Done::new(Outcome::PingAnswered, ()), |()| {
        let rows = page.of(&named);
        let columns = Columns::new().each("command", rows, |(name, _)| (*name).to_owned()).each(
            "operation",
            rows,
            |(_, command)| command.operation.title().to_owned(),
        );
        page.scalars(columns, rows.len(), named.len() as u64)
    }))
}
