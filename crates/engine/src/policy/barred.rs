use outcomes::Outcome;
use serde::Deserialize;

/// Names of contacts or sets of name servers that cannot be had though nobody has them. A pattern that ends in `*` stands
/// for everything that begins like it; small and capital letters are the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct BarredNames {
    /// Whether names of deleted objects rest for a while; the house says for how long.
    pub quarantine: bool,
    /// Patterns that are kept for somebody.
    pub reserved: Vec<String>,
    /// Patterns that nobody may have.
    pub blocked: Vec<String>,
    /// Patterns of the registry's own names.
    pub kept: Vec<String>,
    /// Patterns that are not given out, and no reason is told.
    pub withheld: Vec<String>,
}

impl BarredNames {
    /// Why a name cannot be had whether or not it was in use before: `handle_withheld`, `handle_blocked`,
    /// `handle_reserved`, `handle_kept`.
    pub fn bar(&self, name: &str) -> Option<Outcome> {
        let lists = [
            (&self.withheld, Outcome::HandleWithheld),
            (&self.blocked, Outcome::HandleBlocked),
            (&self.reserved, Outcome::HandleReserved),
            (&self.kept, Outcome::HandleKept),
        ];
        lists.into_iter().find(|(list, _)| list.iter().any(|pattern| fits(pattern, name))).map(|(_, why)| why)
    }
}

fn fits(pattern: &str, name: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(head) => name.get(..head.len()).is_some_and(|start| start.eq_ignore_ascii_case(head)),
        None => pattern.eq_ignore_ascii_case(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_whole_names_or_beginnings() {
        let barred = BarredNames {
            reserved: vec!["NIC-*".into()],
            blocked: vec!["ROOT".into()],
            withheld: vec!["nic-secret".into()],
            ..BarredNames::default()
        };
        for (name, why) in [
            ("nic-1", Some(Outcome::HandleReserved)),
            ("NIC-SECRET", Some(Outcome::HandleWithheld)),
            ("root", Some(Outcome::HandleBlocked)),
            ("ROOT-1", None),
            ("NI", None),
            ("Žluťoučký", None),
        ] {
            assert_eq!(barred.bar(name), why, "{name}");
        }
    }
}
