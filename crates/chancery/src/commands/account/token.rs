//! `chancery account token`.

use anyhow::Result;
use clap::Subcommand;
use engine::Refusal;
use engine::model::{ApiToken, Clid, Line};
use engine::ops::token::{Create, List, Revoke, TokenRef};

use super::{clid, find};
use crate::chores::DataArgs;
use crate::say;

/// Tokens that programs send in the place of the password, where the protocol has them: Enom.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Make a token. It is told this once.
    Make(Named),
    /// Take a token back.
    Revoke(Named),
    /// List the tokens of an account, by their names.
    List(Whose),
}

/// Which token.
#[derive(Debug, clap::Args)]
struct Named {
    /// The account's identifier.
    #[arg(value_parser = clid)]
    clid: Clid,
    /// What the token is called.
    #[arg(value_parser = name)]
    name: Line,
}

/// Of which account.
#[derive(Debug, clap::Args)]
struct Whose {
    /// The account's identifier.
    #[arg(value_parser = clid)]
    clid: Clid,
}

/// Makes a token, takes one back, or lists them.
///
/// # Errors
/// There is no such account or token, or there is one of this name already.
pub(crate) fn run(args: &Args, data: &DataArgs) -> Result<()> {
    match &args.action {
        Action::Make(named) => make(named, data),
        Action::Revoke(named) => revoke(named, data),
        Action::List(whose) => list(whose, data),
    }
}

fn make(Named { clid, name }: &Named, data: &DataArgs) -> Result<()> {
    let (_, text) = data.change(|operator| {
        let account = find(operator, clid)?.account.id;
        operator.command(Create { account, name: name.clone() })
    })?;
    say::line(text.expose());
    Ok(())
}

fn revoke(Named { clid, name }: &Named, data: &DataArgs) -> Result<()> {
    data.change(|operator| {
        let account = find(operator, clid)?.account.id;
        operator.command(Revoke { account, token: TokenRef::Name(name.clone()) })
    })?;
    say::line(&format!("The token {} of account {clid} opens nothing any more.", name.as_str()));
    Ok(())
}

fn list(Whose { clid }: &Whose, data: &DataArgs) -> Result<()> {
    let tokens = data.read(|installation| {
        let operator = &installation.operator();
        let account = find(operator, clid)?.account.id;
        operator.query(List { account, only: None })
    })?;
    for token in tokens {
        say::line(&format!("{}  ****{}  {}", token.made_at, token.ending, token.name.as_str()));
    }
    Ok(())
}

/// For clap: what a token is called.
fn name(text: &str) -> Result<Line, String> {
    ApiToken::parse_name(text).map_err(|refusal: Refusal| refusal.reason())
}
