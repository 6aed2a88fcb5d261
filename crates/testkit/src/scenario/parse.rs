//! From text to steps.

mod accounts;
mod api;
mod enom;
mod wapi;

use accounts::{account, crowd, login};

use super::{Check, Expected, Failure, RrpLine, Scenario, Sending, Step, block::Block, step::Look};

/// Reads a scenario.
///
/// # Errors
/// The first line that cannot be understood.
pub(super) fn scenario(name: &str, text: &str) -> Result<Scenario, Failure> {
    let at = |line: usize| move |reason: String| Failure::new(name, line, reason);
    let blocks =
        Block::all(text).map_err(|line| at(line)("this line is indented under nothing".to_owned()))?;
    let mut scenario = Scenario {
        name: name.to_owned(),
        proves: Vec::new(),
        server: None,
        accounts: Vec::new(),
        steps: Vec::new(),
    };
    for block in &blocks {
        let line = read(block, &mut scenario).map_err(|(line, reason)| at(line)(reason))?;
        scenario.steps.extend(line.map(|step| (block.line, step)));
    }
    check_whole(&scenario).map_err(|(line, reason)| at(line)(reason))?;
    Ok(scenario)
}

type Fallible<T> = Result<T, (usize, String)>;

/// Reads one block: a line of the head, which changes the scenario, or a step.
fn read(block: &Block<'_>, scenario: &mut Scenario) -> Fallible<Option<Step>> {
    let (keyword, rest) = block.head.split_once(' ').unwrap_or((block.head, ""));
    let words: Vec<&str> = rest.split_whitespace().collect();
    let fault = |reason: String| (block.line, reason);
    let has_body = matches!(keyword, "=" | "AT" | "LEDGER" | "NOTICES" | "SANDBOX");
    if !has_body && !keyword.ends_with(':') && !rest.contains(':') {
        bare(block)?;
    }
    match keyword {
        "proves" => scenario.proves.extend(words.iter().map(|word| (*word).to_owned())),
        "server" => scenario.server = Some(words.iter().map(|word| (*word).to_owned()).collect()),
        "account" => scenario.accounts.push(account(&words).map_err(fault)?),
        "login" => return login(&words).map(|login| Some(Step::Login(login))).map_err(fault),
        "crowd" => return crowd(&words).map(Some).map_err(fault),
        "stop" => return nothing(&words).map(|()| Some(Step::Stop)).map_err(fault),
        "connect" => return connect(&words).map(Some).map_err(fault),
        "closed" => return one(&words).map(|connection| Some(Step::Closed { connection })).map_err(fault),
        "AT" => return advance(block, rest).map(Some),
        "FAULT" => {
            return Ok(Some(Step::Fault { words: words.iter().map(|word| (*word).to_owned()).collect() }));
        }
        "LEDGER" => {
            let account = one(&words).map_err(fault)?;
            return Ok(Some(Step::Ledger { account, lines: block.lines() }));
        }
        "NOTICES" => {
            let account = one(&words).map_err(fault)?;
            return Ok(Some(Step::Notices { account, lines: block.lines() }));
        }
        "SANDBOX" => return sandbox(block, rest).map(Some),
        "=" => return expect(block, &words).map(Some),
        _ => return send(block).map(Some),
    }
    Ok(None)
}

fn bare(block: &Block<'_>) -> Fallible<()> {
    match block.body.first() {
        Some((line, _)) => Err((*line, format!("nothing can be indented under `{}`", block.head))),
        None => Ok(()),
    }
}

fn nothing(words: &[&str]) -> Result<(), String> {
    if words.is_empty() { Ok(()) } else { Err("nothing is expected behind this word".to_owned()) }
}

fn one(words: &[&str]) -> Result<String, String> {
    match words {
        [name] => Ok((*name).to_owned()),
        _ => Err("exactly one name is expected here".to_owned()),
    }
}

/// `connect NAME [at LISTENER]`
fn connect(words: &[&str]) -> Result<Step, String> {
    let (name, at) = match words {
        [name] => (name, "epp"),
        [name, "at", listener] => (name, *listener),
        _ => return Err("`connect NAME [at LISTENER]` is expected".to_owned()),
    };
    Ok(Step::Connect { connection: (*name).to_owned(), at: at.to_owned() })
}

const LOOKS: &str = "`POINTER is TEXT`, `POINTER has TEXT`, `POINTER -> name` or `refused ERROR`";

/// `NAME: command`, `NAME epp: document`, `NAME raw: frame`, `NAME bytes: bytes`.
fn send(block: &Block<'_>) -> Fallible<Step> {
    let fault = |reason: &str| (block.line, format!("`{}`: {reason}", block.head));
    let (speaker, content) = block.head.split_once(':').ok_or_else(|| fault("this is no kind of line"))?;
    let (connection, how) = speaker.split_once(' ').unwrap_or((speaker, ""));
    if let Some(options) = how.strip_prefix("wapi").filter(|rest| rest.is_empty() || rest.starts_with(' ')) {
        let line = wapi::line(connection, options, block.joined(content)).map_err(|reason| fault(&reason))?;
        return Ok(Step::Wapi(line));
    }
    if let Some(options) =
        how.strip_prefix("rrp").filter(|rest| ["", " raw", " certificate", " wait"].contains(rest))
    {
        let line = RrpLine {
            connection: connection.to_owned(),
            raw: options == " raw" || options == " certificate",
            certificate: options == " certificate",
            waits: options == " wait",
            content: rrp_lines(&block.joined(content)),
        };
        return Ok(Step::Rrp(line));
    }
    if let Some(options) = how.strip_prefix("enom").filter(|rest| rest.is_empty() || rest.starts_with(' ')) {
        let line = enom::line(connection, options, block.joined(content)).map_err(|reason| fault(&reason))?;
        return Ok(Step::Enom(line));
    }
    if api::is_meant(how) {
        let line = api::line(connection, how, block.joined(content)).map_err(|reason| fault(&reason))?;
        return Ok(Step::Api(line));
    }
    let sending = SENDINGS.iter().find(|(word, _)| *word == how.trim()).map(|(_, sending)| *sending);
    let sending = sending
        .ok_or_else(|| fault("what is before the colon is a connection, then epp, raw, bytes or nothing"))?;
    Ok(Step::Send { connection: connection.to_owned(), sending, content: block.joined(content) })
}

/// `add Domain` and what is under it, as RRP writes it.
fn rrp_lines(content: &str) -> String {
    let (head, rest) = content.split_once('\n').unwrap_or((content, ""));
    match head.trim().split_once(' ') {
        Some((verb, entity)) => format!("{verb}\nEntityName:{}\n{rest}", entity.trim()),
        None => format!("{}\n{rest}", head.trim()),
    }
}

const SENDINGS: [(&str, Sending); 4] =
    [("", Sending::Command), ("epp", Sending::Document), ("raw", Sending::Raw), ("bytes", Sending::Bytes)];

/// `= greeting`, `= CODE OUTCOME...`, with checks indented under it.
fn expect(block: &Block<'_>, words: &[&str]) -> Fallible<Step> {
    let expected = match words {
        ["greeting"] => Expected::Greeting,
        [code, outcomes @ ..] => {
            let code = code.parse().map_err(|_| (block.line, format!("{code} is no code")))?;
            let names = outcomes.iter().map(|name| (*name).to_owned()).collect();
            Expected::Response { code, outcomes: names }
        }
        [] => return Err((block.line, "what is the answer?".to_owned())),
    };
    let (mut checks, mut takes) = (Vec::new(), 0);
    for (line, text) in &block.body {
        if let Some(span) = text.strip_prefix("takes ") {
            takes =
                millis(span).ok_or_else(|| (*line, format!("`{text}`: `takes 500ms` is expected here")))?;
            continue;
        }
        checks.push((*line, Check::parse(text).ok_or_else(|| (*line, format!("`{text}` is no check")))?));
    }
    Ok(Step::Expect { expected, checks, takes })
}

fn millis(span: &str) -> Option<u64> {
    span.strip_suffix("ms")?.parse().ok()
}

/// `AT +SPAN` or `AT MOMENT`, with `fires DEED OBJECT` or `fires nothing` indented under it.
fn advance(block: &Block<'_>, to: &str) -> Fallible<Step> {
    if to.is_empty() {
        return Err((block.line, "AT when?".to_owned()));
    }
    let fires = |(line, text): &(usize, &str)| {
        let deed = text.strip_prefix("fires ").map(str::trim);
        deed.map(str::to_owned)
            .ok_or_else(|| (*line, format!("`{text}`: `fires DEED OBJECT` is expected here")))
    };
    let mut fires: Vec<String> = block.body.iter().map(fires).collect::<Fallible<_>>()?;
    let is_looked_at = !fires.is_empty();
    fires.retain(|deed| deed != "nothing");
    Ok(Step::Advance { to: to.to_owned(), fires: is_looked_at.then_some(fires) })
}

/// `SANDBOX METHOD PATH [JSON]`, with looks at the answer indented under it.
fn sandbox(block: &Block<'_>, rest: &str) -> Fallible<Step> {
    let mut words = rest.splitn(3, ' ').map(str::to_owned);
    let (Some(method), Some(path)) = (words.next().filter(|word| !word.is_empty()), words.next()) else {
        return Err((block.line, "`SANDBOX METHOD PATH [JSON]` is expected".to_owned()));
    };
    let (mut looks, mut refused) = (Vec::new(), None);
    for (line, text) in &block.body {
        let parts: Vec<&str> = text.splitn(3, ' ').collect();
        match parts[..] {
            ["refused", error] => refused = Some(error.to_owned()),
            [pointer, verb @ ("is" | "has" | "->"), object] => {
                looks.push(Look {
                    pointer: pointer.to_owned(),
                    verb: verb.to_owned(),
                    object: object.to_owned(),
                });
            }
            _ => return Err((*line, format!("`{text}`: {LOOKS} is expected here"))),
        }
    }
    Ok(Step::Sandbox { method, path, body: words.next(), refused, looks })
}

/// Whether something is proved, and each request is followed by its answer.
fn check_whole(scenario: &Scenario) -> Fallible<()> {
    if scenario.proves.is_empty() {
        return Err((1, "the scenario does not say what it `proves`".to_owned()));
    }
    for (index, (line, step)) in scenario.steps.iter().enumerate() {
        if matches!(step, Step::Stop) && !scenario.needs_own_server() {
            return Err((*line, "only a server of its own can be stopped: say `server` first".to_owned()));
        }
        if step.is_of_the_whole_server() && !scenario.needs_own_server() {
            return Err((*line, "this changes the whole server: say `server` first".to_owned()));
        }
        let next = scenario.steps.get(index + 1).map(|(_, step)| step);
        let answered = matches!(next, Some(Step::Expect { .. } | Step::Closed { .. }));
        let asks = match step {
            Step::Send { sending, .. } => *sending != Sending::Bytes,
            Step::Wapi(_) | Step::Api(_) | Step::Enom(_) | Step::Rrp(_) => true,
            _ => false,
        };
        if asks && !answered {
            return Err((*line, "the answer to this is missing: `= CODE`, or `closed NAME`".to_owned()));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scenario_is_read() {
        let text = "# A title.\nproves 1000 2302\nserver --x 5\naccount POOR secret s3 deposit 25.00 suspended\n\nlogin A as ALPHA objects domain host new n\nA: <check>\n     <x a=\"b:c\"/></check>\n= 2302 domain_taken\n  msg is x\nA raw: <a/>\nclosed A\n";
        let scenario = scenario("a.txt", text).unwrap();
        assert_eq!(scenario.proves, ["1000", "2302"]);
        assert_eq!(scenario.server.as_deref(), Some(&["--x".to_owned(), "5".to_owned()][..]));
        assert!(scenario.accounts[0].suspended && scenario.accounts[0].deposit.as_deref() == Some("25.00"));
        let Step::Login(login) = &scenario.steps[0].1 else { panic!() };
        assert_eq!((login.account.as_str(), login.objects.as_deref().unwrap().len()), ("ALPHA", 2));
        let Step::Send { content, sending: Sending::Command, .. } = &scenario.steps[1].1 else { panic!() };
        assert_eq!(content, "<check>\n<x a=\"b:c\"/></check>");
        assert!(matches!(&scenario.steps[2], (9, Step::Expect { checks, .. }) if checks.len() == 1));
        assert_eq!(scenario.steps.len(), 5);
    }

    #[test]
    fn what_cannot_be_understood_is_named_with_its_line() {
        for (text, line) in [
            ("login A\n", 1),
            ("proves 1\nA <check>", 2),
            ("proves 1\nA tls: <check>\n= 1", 2),
            ("proves 1\nA: <check/>", 2),
            ("proves 1\nlogin", 2),
            ("proves 1\nlogin A with x", 2),
            ("proves 1\nlogin A\n= x", 3),
            ("proves 1\nlogin A\n= 1\n  msg", 4),
            ("proves 1\nlogin A\n= 1\n  takes long", 4),
            ("proves 1\nlogin A\n  indented", 3),
            ("proves 1\nAT +30d", 2),
            ("proves 1\nserver\nAT +30d\n  dropped x.test", 4),
            ("proves 1\nserver\nSANDBOX GET", 3),
            ("proves 1\nserver\nSANDBOX GET /x\n  /a was b", 4),
            ("proves 1\nLEDGER", 2),
            ("proves 1\nstop", 2),
            ("proves 1\nserver\nstop now", 3),
            ("proves 1\ncrowd as A", 2),
        ] {
            let failure = scenario("a.txt", text).unwrap_err().to_string();
            assert!(failure.starts_with(&format!("a.txt:{line}: ")), "{text:?}: {failure}");
        }
    }
}
