//! What can be ordered.

use engine::model::Clid;
use engine::ports::{Access, Ask, Port, Step};
use outcomes::Operation;
use serde::{Deserialize, Serialize};

use super::{Pattern, Trouble};
use crate::office::OURSELVES;

/// An order as it is written in JSON. What is left out does not matter to it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Order {
    /// Where: `store`, `registry`, `mail`, `ledger`, `prices`, `invoices`, `protection`.
    pub port: Option<String>,
    /// At the ledger, while what is done there: `credit`, `balance`, `reversal`. Not said: while money is moved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<String>,
    /// What goes wrong. Nothing, with a delay: it is only slow.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trouble: Option<String>,
    /// How many calls it strikes, counted from the first that fits. One, if no other way is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<u64>,
    /// How many calls that fit go by before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skip: Option<u64>,
    /// How probable it is to strike a call that fits, from 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub probability: Option<f64>,
    /// What chance is drawn from; the same seed gives the same draws.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
    /// Whether it strikes every call that fits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub always: Option<bool>,
    /// Milliseconds that a call takes longer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delay_ms: Option<u64>,
    /// Of `unknown`: whether the change is made. By chance, if that is not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub made: Option<bool>,
    /// On whose behalf: an account's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// Which operation, by its name in the catalogue; `*` stands for anything, as in `domain_*`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operation: Option<Pattern>,
    /// About which object; `*` stands for anything, as in `*.test`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object: Option<Pattern>,
}

/// An order that makes no sense: which part, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nonsense {
    /// The part of the order.
    pub field: &'static str,
    /// What is wrong with it, and what to write.
    pub reason: String,
}

impl Order {
    /// Looks whether the order makes sense.
    ///
    /// # Errors
    /// The first part that does not.
    pub fn check(&self) -> Result<(), Nonsense> {
        let port = self.check_port()?;
        self.check_step(port)?;
        self.check_trouble(port)?;
        self.check_times()?;
        self.check_delay(port)?;
        self.check_scope()
    }

    pub(super) fn port(&self) -> Option<Port> {
        self.port.as_deref().and_then(Port::parse)
    }

    pub(super) fn trouble(&self) -> Option<Trouble> {
        self.trouble.as_deref().and_then(Trouble::parse)
    }

    fn check_port(&self) -> Result<Port, Nonsense> {
        self.port().ok_or_else(|| {
            let given = self.port.as_deref().unwrap_or_default();
            nonsense("port", format!("`{given}` is no port; name one of {}", list(Port::ALL.map(Port::name))))
        })
    }

    fn check_step(&self, port: Port) -> Result<(), Nonsense> {
        let Some(name) = &self.step else { return Ok(()) };
        if port == Port::Ledger && Step::parse(name).is_some() {
            return Ok(());
        }
        let steps = list(Step::ALL.map(Step::name));
        let reason =
            format!("`{name}` is no step at the port {}; at the ledger there are {steps}", port.name());
        Err(nonsense("step", reason))
    }

    fn check_trouble(&self, port: Port) -> Result<(), Nonsense> {
        let offers = || list(Trouble::at(port).iter().map(|trouble| trouble.name()));
        let Some(name) = &self.trouble else {
            if self.delay_ms.is_some() {
                return Ok(());
            }
            return Err(nonsense(
                "trouble",
                format!("nothing goes wrong; name one of {}, or a delay_ms", offers()),
            ));
        };
        match self.trouble() {
            Some(trouble) if Trouble::at(port).contains(&trouble) => {}
            _ => {
                let reason =
                    format!("`{name}` cannot happen at the port {}; name one of {}", port.name(), offers());
                return Err(nonsense("trouble", reason));
            }
        }
        if self.made.is_some() && self.trouble() != Some(Trouble::Unknown) {
            return Err(nonsense(
                "made",
                "it goes with the trouble `unknown` alone; leave it out".to_owned(),
            ));
        }
        Ok(())
    }

    fn check_times(&self) -> Result<(), Nonsense> {
        let counted = self.next.is_some() || self.skip.is_some();
        let drawn = self.probability.is_some();
        if [counted, drawn, self.always == Some(true)].into_iter().filter(|given| *given).count() > 1 {
            let reason =
                "say only one of `next` (with or without `skip`), `probability` and `always`".to_owned();
            return Err(nonsense("next", reason));
        }
        if self.next == Some(0) {
            return Err(nonsense("next", "it would strike no call at all; say 1 or more".to_owned()));
        }
        if self.probability.is_some_and(|probability| !(0.0..=1.0).contains(&probability)) {
            return Err(nonsense("probability", "it is a number from 0 to 1, such as 0.25".to_owned()));
        }
        Ok(())
    }

    fn check_delay(&self, port: Port) -> Result<(), Nonsense> {
        let Some(delay) = self.delay_ms else { return Ok(()) };
        if delay > LONGEST_DELAY {
            return Err(nonsense(
                "delay_ms",
                format!("it is {delay}, and {LONGEST_DELAY} (a minute) is the most"),
            ));
        }
        if !matches!(port, Port::Store | Port::Registry) {
            let reason = format!(
                "the port {} is met inside a transaction or apart from any request, where a delay would hold up everybody \
                 or nobody; order the delay at `store`",
                port.name()
            );
            return Err(nonsense("delay_ms", reason));
        }
        Ok(())
    }

    fn check_scope(&self) -> Result<(), Nonsense> {
        if let Some(account) = &self.account
            && Clid::parse(account).is_err()
        {
            let reason = format!("`{account}` is no account's id: 3 to 16 visible characters, such as ALPHA");
            return Err(nonsense("account", reason));
        }
        if let Some(pattern) = &self.operation
            && !Operation::ALL.iter().any(|operation| pattern.fits(operation.name()))
        {
            let names = list(Operation::ALL.iter().map(|operation| operation.name()));
            return Err(nonsense(
                "operation",
                format!("no operation fits `{}`; they are {names}", pattern.as_str()),
            ));
        }
        Ok(())
    }

    /// Whether a call is one of those that are meant.
    pub(super) fn fits(&self, port: Port, ask: &Ask<'_>) -> bool {
        self.port() == Some(port)
            && self.reaches(ask)
            && self.concerns(port, ask)
            && self.strikes_step(ask.step)
            && self.account.as_deref().is_none_or(|account| account == ask.account.as_str())
            && self.operation.as_ref().is_none_or(|pattern| pattern.fits(ask.operation.name()))
            && self.object.as_ref().is_none_or(|pattern| pattern.fits(ask.object))
    }

    /// Only a change can end in a result that nobody knows. Trouble at the registry strikes a look at something only if
    /// that operation was named: who orders it for the next change is not to see it used up by a check before.
    fn concerns(&self, port: Port, ask: &Ask<'_>) -> bool {
        let spares_reads =
            self.trouble() == Some(Trouble::Unknown) || (port == Port::Registry && self.operation.is_none());
        ask.access == Access::Writes || !spares_reads
    }

    /// A look at the books is struck only if that step was named: who orders trouble for the next payment is not to see
    /// it used up by a look before.
    fn strikes_step(&self, step: Option<Step>) -> bool {
        match self.step.as_deref() {
            Some(named) => step.is_some_and(|step| step.name() == named),
            None => step.is_none_or(|step| !step.reads()),
        }
    }

    /// What the sandbox itself asks is never struck, or nobody could end the trouble. What the server does by itself is
    /// struck only if that was meant: it looks for due work every second, and would use up every order.
    fn reaches(&self, ask: &Ask<'_>) -> bool {
        let names_the_server = self.account.as_deref() == Some(SERVER)
            || self.operation.as_ref().is_some_and(|pattern| pattern.as_str() == ask.operation.name());
        match ask.account.as_str() {
            OURSELVES => false,
            SERVER => names_the_server,
            _ => true,
        }
    }
}

fn nonsense(field: &'static str, reason: String) -> Nonsense {
    Nonsense { field, reason }
}

fn list<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    names.into_iter().collect::<Vec<_>>().join(", ")
}

const SERVER: &str = "server";
const LONGEST_DELAY: u64 = 60_000;
