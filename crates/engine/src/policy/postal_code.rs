use std::collections::BTreeMap;

use serde::Deserialize;

use crate::model::Country;

/// The forms that postal codes have, by the two letters of a country: `9` stands for a digit, `A` for a letter, a space
/// may be left out, everything else stands for itself. A country that is not listed takes any.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct PostalCodes(BTreeMap<String, Vec<String>>);

impl PostalCodes {
    /// Whether a code has a form of its country.
    pub fn hold(&self, country: Country, code: &str) -> bool {
        let forms = self.0.get(country.as_str());
        forms.is_none_or(|forms| forms.iter().any(|form| fits(form, code)))
    }
}

fn fits(form: &str, code: &str) -> bool {
    let mut rest = code.chars().filter(|letter| *letter != ' ');
    let mut form = form.chars().filter(|letter| *letter != ' ');
    let as_it_should = form.all(|sign| rest.next().is_some_and(|letter| stands_for(sign, letter)));
    as_it_should && rest.next().is_none()
}

fn stands_for(sign: char, letter: char) -> bool {
    match sign {
        '9' => letter.is_ascii_digit(),
        'A' => letter.is_ascii_alphabetic(),
        _ => sign == letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_fit_a_form_of_their_country() {
        let codes: PostalCodes =
            toml::from_str("CZ = [\"999 99\"]\nGB = [\"A9 9AA\", \"AA99 9AA\"]\nLV = [\"LV-9999\"]").unwrap();
        let holds = |country, code| codes.hold(Country::parse(country).unwrap(), code);
        for (country, code) in [
            ("CZ", "110 00"),
            ("CZ", "11000"),
            ("GB", "m1 1aa"),
            ("GB", "EC1A1BB"),
            ("LV", "LV-1010"),
            ("FR", "x"),
        ] {
            assert_eq!(holds(country, code), code != "EC1A1BB", "{country} {code}");
        }
        for (country, code) in [("CZ", "1100"), ("CZ", "110000"), ("CZ", ""), ("LV", "1010")] {
            assert!(!holds(country, code), "{country} {code}");
        }
    }
}
