//! `chancery domain timeline`.

use anyhow::Result;
use engine::model::DomainName;
use engine::ops::domain::{Outlook, Timeline};
use serde_json::json;

use crate::chores::DataArgs;
use crate::say;

/// For which domain, for whom.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The domain.
    #[arg(value_parser = name)]
    name: DomainName,
    /// Answer in JSON, for programs.
    #[arg(long)]
    json: bool,
}

/// Tells what lies ahead.
///
/// # Errors
/// There is no such domain, no data, or it cannot be read.
pub(crate) fn run(args: &Args, data: &DataArgs) -> Result<()> {
    let timeline = Timeline { name: args.name.clone() };
    let outlook = data.read(|installation| installation.operator().query(timeline))?;
    if args.json {
        say::line(&serde_json::to_string_pretty(&for_programs(&outlook))?);
    } else {
        say::line(&for_people(&outlook));
    }
    Ok(())
}

fn for_people(outlook: &Outlook) -> String {
    let rows = outlook.ahead.iter().map(|(at, milestone)| format!("\n  {at}  {}", milestone.title()));
    format!("{} is {}.{}", outlook.name, outlook.phase.name(), rows.collect::<String>())
}

fn for_programs(outlook: &Outlook) -> serde_json::Value {
    let row = |(at, milestone): &(engine::model::Instant, engine::ops::domain::Milestone)| json!({"at": at.to_string(), "what": milestone.title()});
    let ahead: Vec<_> = outlook.ahead.iter().map(row).collect();
    json!({"name": outlook.name.as_str(), "phase": outlook.phase.name(), "ahead": ahead})
}

/// For clap: a domain's name.
fn name(text: &str) -> Result<DomainName, String> {
    DomainName::parse(text).map_err(|refusal| refusal.reason())
}
