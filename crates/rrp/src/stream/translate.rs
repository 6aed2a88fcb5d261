//! From the words of RRP to the commands that are shared with RRPproxy.

use std::collections::BTreeMap;

use engine::{Outcome, Refusal, Refusals};

use super::message::Message;
use super::statuses;
use crate::params::Params;

/// A command of RRPproxy with its parameters.
#[derive(Debug)]
pub(super) struct Order {
    pub(super) command: &'static str,
    pub(super) params: Params,
}

/// What a command of RRP is for one kind of object.
struct Word {
    verb: &'static str,
    entity: &'static str,
    command: &'static str,
    /// Whether lists are changed by their elements: what stands before a `=` goes, what stands behind it, or has none, comes.
    changes: bool,
    /// Attributes, and the parameters that they become; a list has a `#` behind its name.
    attributes: &'static [(&'static str, &'static str)],
    /// Options, likewise.
    options: &'static [(&'static str, &'static str)],
}

impl Order {
    /// Translates.
    ///
    /// # Errors
    /// `command_unknown`, `entity_missing`, `entity_unknown`, `parameter_unknown`, `option_unknown`, `parameter_repeated`, and
    /// what is wrong with statuses.
    pub(super) fn of(message: &Message) -> Result<Self, Refusals> {
        let word = word(message)?;
        let mut values = BTreeMap::new();
        for (name, value) in &message.attributes {
            let target = target(word.attributes, name)
                .ok_or_else(|| Refusal::new(Outcome::ParameterUnknown).value(name))?;
            enter(&mut values, word, target, value)?;
        }
        for (name, value) in &message.options {
            let target = target(word.options, name)
                .ok_or_else(|| Refusal::new(Outcome::OptionUnknown).value(format!("-{name}")))?;
            enter(&mut values, word, target, value)?;
        }
        if message.verb == "transfer" {
            answer_of_transfer(&mut values)?;
        }
        Ok(Self { command: word.command, params: Params::new(values) })
    }
}

fn word(message: &Message) -> Result<&'static Word, Refusal> {
    let verb = VERBS
        .iter()
        .find(|(other, _)| *other == message.verb)
        .map_or(message.verb.as_str(), |(_, verb)| verb);
    let mut words = WORDS.iter().filter(|word| word.verb == verb).peekable();
    if words.peek().is_none() {
        return Err(Refusal::new(Outcome::CommandUnknown).value(&message.verb));
    }
    let missing = || Refusal::new(Outcome::EntityMissing).fact("parameter", "EntityName");
    let entity =
        message.entity.as_deref().or_else(|| (verb == "transfer").then_some("domain")).ok_or_else(missing)?;
    words.find(|word| word.entity == entity).ok_or_else(|| Refusal::new(Outcome::EntityUnknown).value(entity))
}

fn target(known: &'static [(&str, &str)], name: &str) -> Option<&'static str> {
    known.iter().find(|(other, _)| *other == name).map(|(_, target)| *target)
}

fn enter(
    values: &mut BTreeMap<String, String>,
    word: &Word,
    target: &str,
    value: &str,
) -> Result<(), Refusal> {
    let Some(list) = target.strip_suffix('#') else {
        return match values.insert(target.to_owned(), value.to_owned()) {
            None => Ok(()),
            Some(_) => Err(Refusal::new(Outcome::ParameterRepeated).value(target.to_ascii_lowercase())),
        };
    };
    if !word.changes {
        append(values, list, value);
        return Ok(());
    }
    let (gone, new) = match value.split_once('=') {
        None => (None, Some(value)),
        Some((gone, "")) => (Some(gone), None),
        // One takes the place of the other.
        Some((gone, new)) => (Some(gone.trim_end()), Some(new.trim_start())),
    };
    let mut change = |what: &str, value: Option<&str>| {
        value.map_or(Ok(()), |value| change_list(values, &format!("{what}{list}"), value))
    };
    change("DEL", gone)?;
    change("ADD", new)
}

/// A word for a status may stand for several.
fn change_list(values: &mut BTreeMap<String, String>, list: &str, value: &str) -> Result<(), Refusal> {
    if list.ends_with("STATUS") {
        statuses::settable(value)?.iter().for_each(|status| append(values, list, status.name()));
    } else {
        append(values, list, value);
    }
    Ok(())
}

fn append(values: &mut BTreeMap<String, String>, list: &str, value: &str) {
    let count = values.keys().filter(|key| is_of(key, list)).count();
    values.insert(format!("{list}{count}"), value.to_owned());
}

fn is_of(key: &str, list: &str) -> bool {
    key.strip_prefix(list).is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A transfer is answered by yes or no, as an attribute or as an option; without that it is asked for.
fn answer_of_transfer(values: &mut BTreeMap<String, String>) -> Result<(), Refusal> {
    let action = match values.remove("APPROVE") {
        None => "REQUEST",
        Some(word) if word.eq_ignore_ascii_case("yes") => "APPROVE",
        Some(word) if word.eq_ignore_ascii_case("no") => "DENY",
        Some(word) => {
            let refusal = Refusal::new(Outcome::ChoiceUnknown).value(word).fact("choices", "Yes, No");
            return Err(refusal.fact("parameter", "Approve"));
        }
    };
    values.insert("ACTION".to_owned(), action.to_owned());
    Ok(())
}

/// Other names of verbs.
const VERBS: [(&str, &str); 2] = [("delete", "del"), ("modify", "mod")];

const DOMAIN: (&str, &str) = ("domainname", "DOMAIN");
const HOST: (&str, &str) = ("nameserver", "NAMESERVER");
const NO_OPTIONS: &[(&str, &str)] = &[];

#[rustfmt::skip]
static WORDS: [Word; 12] = [
    Word { verb: "add", entity: "domain", command: "AddDomain", changes: false,
        attributes: &[DOMAIN, ("nameserver", "NAMESERVER#")], options: &[("period", "PERIOD")] },
    Word { verb: "add", entity: "nameserver", command: "AddNameserver", changes: false,
        attributes: &[HOST, ("ipaddress", "IPADDRESS#")], options: NO_OPTIONS },
    Word { verb: "check", entity: "domain", command: "CheckDomain", changes: false,
        attributes: &[DOMAIN], options: NO_OPTIONS },
    Word { verb: "check", entity: "nameserver", command: "CheckNameserver", changes: false,
        attributes: &[HOST], options: NO_OPTIONS },
    Word { verb: "del", entity: "domain", command: "DeleteDomain", changes: false,
        attributes: &[DOMAIN], options: NO_OPTIONS },
    Word { verb: "del", entity: "nameserver", command: "DeleteNameserver", changes: false,
        attributes: &[HOST], options: NO_OPTIONS },
    Word { verb: "mod", entity: "domain", command: "ModifyDomain", changes: true,
        attributes: &[DOMAIN, ("nameserver", "NAMESERVER#"), ("status", "STATUS#"),
            ("registrar", "REGISTRAR"), ("created date", "CREATEDDATE"), ("created by", "CREATEDBY"),
            ("updated date", "UPDATEDDATE"), ("registration expiration date", "REGISTRATIONEXPIRATIONDATE")],
        options: NO_OPTIONS },
    Word { verb: "mod", entity: "nameserver", command: "ModifyNameserver", changes: true,
        attributes: &[HOST, ("newnameserver", "NEWNAMESERVER"), ("ipaddress", "IPADDRESS#")], options: NO_OPTIONS },
    Word { verb: "renew", entity: "domain", command: "RenewDomain", changes: false,
        attributes: &[DOMAIN], options: &[("period", "PERIOD"), ("currentexpirationyear", "EXPIRATION")] },
    Word { verb: "status", entity: "domain", command: "StatusDomain", changes: false,
        attributes: &[DOMAIN], options: NO_OPTIONS },
    Word { verb: "status", entity: "nameserver", command: "StatusNameserver", changes: false,
        attributes: &[HOST], options: NO_OPTIONS },
    Word { verb: "transfer", entity: "domain", command: "TransferDomain", changes: false,
        attributes: &[DOMAIN, ("approve", "APPROVE"), ("authinfo", "AUTH")], options: &[("approve", "APPROVE")] },
];

#[cfg(test)]
mod tests {
    use super::*;

    fn order(text: &str) -> Result<Order, Refusals> {
        Order::of(&Message::read(text.as_bytes()).unwrap())
    }

    #[test]
    fn changes_of_lists_come_and_go() {
        let text = "mod\nEntityName:Domain\nDomainName:a.test\nNameServer:ns1.x.net\nNameServer:ns2.x.net=\nNameServer:ns3.x.net\nStatus:Registrar-Lock\n.";
        let mut order = order(text).unwrap();
        assert_eq!(order.command, "ModifyDomain");
        assert_eq!(order.params.texts("ADDNAMESERVER"), ["ns1.x.net", "ns3.x.net"]);
        assert_eq!(order.params.texts("DELNAMESERVER"), ["ns2.x.net"]);
        assert_eq!(order.params.texts("ADDSTATUS").len(), 3);
    }

    #[test]
    fn one_takes_the_place_of_another() {
        let text = "mod\nEntityName:NameServer\nNameServer:ns1.a.test\nIPAddress:192.0.2.1=192.0.2.2\n.";
        let mut order = order(text).unwrap();
        assert_eq!(order.params.texts("DELIPADDRESS"), ["192.0.2.1"]);
        assert_eq!(order.params.texts("ADDIPADDRESS"), ["192.0.2.2"]);
    }

    #[test]
    fn a_sponsor_answers_as_attribute_or_option() {
        for (line, action) in [("", "REQUEST"), ("Approve:Yes\n", "APPROVE"), ("-Approve:no\n", "DENY")] {
            let text = format!("transfer\n{line}EntityName:Domain\nDomainName:a.test\n.");
            assert_eq!(order(&text).unwrap().params.text("ACTION").as_deref(), Some(action));
        }
    }

    #[test]
    fn what_is_not_known_has_a_code_of_its_own() {
        for (text, outcome) in [
            ("fly\nEntityName:Domain\n.", Outcome::CommandUnknown),
            ("add\nDomainName:a.test\n.", Outcome::EntityMissing),
            ("add\nEntityName:Contact\n.", Outcome::EntityUnknown),
            ("add\nEntityName:Domain\nColour:red\n.", Outcome::ParameterUnknown),
            ("add\nEntityName:Domain\n-Colour:red\n.", Outcome::OptionUnknown),
            ("mod\nEntityName:Domain\nStatus:REGISTRY-LOCK\n.", Outcome::StatusNotSettable),
            ("transfer\nEntityName:Domain\nApprove:perhaps\n.", Outcome::ChoiceUnknown),
        ] {
            assert_eq!(order(text).unwrap_err().first().outcome, outcome, "{text}");
        }
    }
}
