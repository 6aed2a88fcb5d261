//! `chancery account delivery`.

use std::io::{self, BufRead, Read};

use anyhow::{Context, Result, bail};
use engine::Refusal;
use engine::model::{Clid, DeliveryTarget, DeliveryUrl, Destination, Email, Secret};
use engine::ops::account::{FindDelivery, SetDelivery};
use zeroize::Zeroizing;

use super::clid;
use crate::chores::DataArgs;
use crate::say;

/// Which account, and where its notices go.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The account's identifier.
    #[arg(value_parser = clid)]
    clid: Clid,
    /// Post them to this URL, as JSON.
    #[arg(long, value_parser = url, conflicts_with_all = ["mail", "none"])]
    url: Option<DeliveryUrl>,
    /// Sign what is posted with the secret in the first line of standard input (HMAC-SHA256).
    #[arg(long, requires = "url", conflicts_with_all = ["mail", "none"])]
    secret_stdin: bool,
    /// Send them to this address by e-mail.
    #[arg(long, value_parser = email, value_name = "ADDRESS", conflicts_with = "none")]
    mail: Option<Email>,
    /// In the form of a protocol, wapi/json or wapi/xml, and then no longer by that protocol's own way of asking for
    /// them. In a form of our own unless said otherwise.
    #[arg(long, conflicts_with = "none")]
    form: Option<String>,
    /// Keep them in the queue only.
    #[arg(long)]
    none: bool,
}

/// Sets where an account's notices are delivered beside its queue, or shows it if nothing is to be set.
///
/// # Errors
/// There is no such account, or the secret is none.
pub(crate) fn run(args: &Args, data: &DataArgs) -> Result<()> {
    if args.target().is_none() && !args.none {
        let find = FindDelivery { clid: args.clid.clone() };
        let found = data.read(|installation| installation.operator().query(find))?;
        say::line(&told(&args.clid, found.as_ref()));
        return Ok(());
    }
    data.change(|operator| {
        let secret = if args.secret_stdin { Some(secret()?) } else { None };
        operator.command(SetDelivery {
            clid: args.clid.clone(),
            target: args.target(),
            secret,
            form: args.form.clone(),
        })?;
        let set = operator.query(FindDelivery { clid: args.clid.clone() })?;
        say::line(&told(&args.clid, set.as_ref()));
        Ok(())
    })
}

impl Args {
    fn target(&self) -> Option<DeliveryTarget> {
        let url = self.url.clone().map(DeliveryTarget::Url);
        url.or_else(|| self.mail.clone().map(DeliveryTarget::Mail))
    }
}

fn told(clid: &Clid, destination: Option<&Destination>) -> String {
    let Some(Destination { target, secret, .. }) = destination else {
        return format!("Notices of account {clid} stay in its queue.");
    };
    let how = match (target, secret) {
        (DeliveryTarget::Mail(_), _) => "sent to",
        (DeliveryTarget::Url(_), Some(_)) => "posted, signed, to",
        (DeliveryTarget::Url(_), None) => "posted, unsigned, to",
    };
    format!("Notices of account {clid} are {how} {}; its queue keeps them too.", target.address())
}

/// Never an argument, which every user of the machine could read.
fn secret() -> Result<Secret> {
    let mut line = Zeroizing::new(String::new());
    io::stdin().lock().take(LONGEST).read_line(&mut line).context("reading the secret")?;
    let secret = Secret::new(line.trim_end_matches(['\r', '\n']));
    if secret.expose().len() < SHORTEST {
        bail!("the secret has fewer than {SHORTEST} characters, so it could be guessed");
    }
    Ok(secret)
}

/// For clap: a URL that notices can be posted to.
fn url(text: &str) -> Result<DeliveryUrl, String> {
    DeliveryUrl::parse(text).map_err(|refusal: Refusal| refusal.reason())
}

/// For clap: an e-mail address.
fn email(text: &str) -> Result<Email, String> {
    Email::parse(text).map_err(|refusal: Refusal| refusal.reason())
}

/// 128 bits as hexadecimal digits.
const SHORTEST: usize = 32;
const LONGEST: u64 = 1024;
