use std::fmt;

use outcomes::{ENOM, EPP, HEXONET, NOMINET, Outcome, RRP, Table, WAPI, explain};

use crate::wapi::{WapiFormat, as_xml};
use crate::{ApiFace, EnomForm, Path, api, enom, rrp};

/// What an answer is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Protocol {
    Epp,
    Wapi,
    Api(ApiFace),
    Rrp,
    Enom,
    Nominet,
}

/// What the server sent: an answer, or a greeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    text: String,
    protocol: Protocol,
    /// The same as a document of EPP's namespace, where it is something else: paths are looked for in this.
    document: Option<String>,
}

impl Answer {
    /// An answer of EPP.
    pub fn new(text: String) -> Self {
        Self { text, protocol: Protocol::Epp, document: None }
    }

    /// An answer of Nominet's EPP.
    pub fn of_nominet(text: String) -> Self {
        Self { text, protocol: Protocol::Nominet, document: None }
    }

    /// An answer of WAPI.
    pub fn of_wapi(text: String, format: WapiFormat) -> Self {
        let document = Some(as_xml(&text, format));
        Self { text, protocol: Protocol::Wapi, document }
    }

    /// An answer of RRPproxy or HEXONET.
    pub fn of_api(text: String, face: ApiFace) -> Self {
        let document = Some(api::as_xml(&text));
        Self { text, protocol: Protocol::Api(face), document }
    }

    /// An answer of RRP.
    pub fn of_rrp(text: String) -> Self {
        let document = Some(rrp::as_xml(&text));
        Self { text, protocol: Protocol::Rrp, document }
    }

    /// An answer of Enom.
    pub fn of_enom(text: String, form: EnomForm) -> Self {
        let document = Some(enom::as_xml(&text, form));
        Self { text, protocol: Protocol::Enom, document }
    }

    /// The table of the protocol that it is of.
    pub fn table(&self) -> &'static Table {
        match self.protocol {
            Protocol::Epp => EPP,
            Protocol::Wapi => WAPI,
            Protocol::Api(ApiFace::Cnr) | Protocol::Rrp => RRP,
            Protocol::Api(ApiFace::Hexonet) => HEXONET,
            Protocol::Enom => ENOM,
            Protocol::Nominet => NOMINET,
        }
    }

    /// Whether it is one of EPP, Nominet's too.
    pub fn is_of_epp(&self) -> bool {
        matches!(self.protocol, Protocol::Epp | Protocol::Nominet)
    }

    /// The document as it came.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The texts at a place; none in what is no XML.
    pub fn texts(&self, path: &Path) -> Vec<String> {
        let document = roxmltree::Document::parse(self.document.as_deref().unwrap_or(&self.text));
        document.map(|document| path.texts(document.root())).unwrap_or_default()
    }

    /// The first text at a place, written as [`Path`] reads it.
    ///
    /// # Panics
    /// For what is no path: a fault of the test.
    pub fn at(&self, path: &str) -> Option<String> {
        let path = Path::parse(path).unwrap_or_else(|| panic!("{path:?} is no path"));
        self.texts(&path).into_iter().next()
    }

    /// The code of its first result; `None` for a greeting.
    pub fn code(&self) -> Option<u32> {
        let place = match self.protocol {
            Protocol::Epp | Protocol::Nominet => "response/result@code",
            Protocol::Wapi => "response/code",
            Protocol::Api(_) | Protocol::Rrp | Protocol::Enom => "answer/code",
        };
        self.at(place)?.parse().ok()
    }

    /// The code of the notice that it carries, if it is WAPI's and carries one.
    pub fn carried_code(&self) -> Option<u32> {
        self.at("response/data/notify/code")?.parse().ok()
    }

    /// Whether it is a greeting.
    pub fn is_greeting(&self) -> bool {
        self.at("greeting/svID").is_some()
    }

    /// The outcomes whose very texts it has, as a client's library would find them. A success has no text of its own,
    /// so there are none.
    pub fn outcomes(&self) -> Vec<Outcome> {
        let readings =
            explain::explain(&self.text).map(|explanation| explanation.readings).unwrap_or_default();
        let exact = readings.into_iter().filter(explain::Reading::is_exact);
        exact.flat_map(|reading| reading.outcomes).map(|candidate| candidate.outcome).collect()
    }

    /// Whether one of its results has the very text of an outcome.
    pub fn tells_of(&self, outcome: Outcome) -> bool {
        self.outcomes().contains(&outcome)
    }
}

/// The document with a line for each tag, for people.
impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let spread = self.text.replace("><", ">\n<");
        let mut depth = 0usize;
        for line in spread.lines() {
            let closes = line.starts_with("</");
            depth = depth.saturating_sub(closes.into());
            writeln!(f, "    {:1$}{line}", "", depth * 2)?;
            let opens = line.starts_with('<') && !closes && !line.starts_with("<?");
            depth += usize::from(opens && !line.contains("</") && !line.ends_with("/>"));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_code_and_outcome() {
        let answer = Answer::new(crate::epp(
            "<response><result code=\"2302\"><msg>Object exists</msg><extValue><value><domain:name>a.test</domain:name></value>\
             <reason>a.test is registered already</reason></extValue></result></response>",
        ));
        assert_eq!(answer.code(), Some(2302));
        assert!(answer.tells_of(Outcome::DomainTaken) && !answer.is_greeting());
        assert!(answer.to_string().contains("\n        <result code=\"2302\">\n"), "{answer}");
    }

    #[test]
    fn survives_what_is_no_xml() {
        let answer = Answer::new("<epp".to_owned());
        assert_eq!((answer.code(), answer.outcomes()), (None, Vec::new()));
    }
}
