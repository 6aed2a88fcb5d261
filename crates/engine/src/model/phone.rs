//! Telephone numbers.

use std::fmt;

use outcomes::Outcome;

use crate::Refusal;

/// A number in the form of RFC 5733: `+CCC.NNNNNNNNNN`, at most 17 characters, with an optional extension.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Phone {
    number: Box<str>,
    extension: Option<Box<str>>,
}

impl Phone {
    /// Reads a number and its extension.
    ///
    /// # Errors
    /// `phone_malformed` when either is not of the form.
    pub fn parse(number: &str, extension: Option<&str>) -> Result<Self, Refusal> {
        let extension = extension.filter(|digits| !digits.is_empty());
        if !is_number(number) || !extension.is_none_or(is_extension) {
            return Err(Refusal::new(Outcome::PhoneMalformed).value(number));
        }
        Ok(Self { number: number.into(), extension: extension.map(Into::into) })
    }

    /// The number without its extension.
    pub fn number(&self) -> &str {
        &self.number
    }

    /// The extension, if there is one.
    pub fn extension(&self) -> Option<&str> {
        self.extension.as_deref()
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.number)?;
        self.extension.as_ref().map_or(Ok(()), |digits| write!(f, "x{digits}"))
    }
}

fn is_number(text: &str) -> bool {
    let Some((country, rest)) = text.strip_prefix('+').and_then(|digits| digits.split_once('.')) else {
        return false;
    };
    text.len() <= 17
        && (1..=3).contains(&country.len())
        && (1..=14).contains(&rest.len())
        && all_digits(country)
        && all_digits(rest)
}

fn is_extension(text: &str) -> bool {
    text.len() <= 10 && all_digits(text)
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_to_the_form_of_rfc_5733() {
        assert_eq!(Phone::parse("+44.1865332211", Some("12")).unwrap().to_string(), "+44.1865332211x12");
        for bad in
            ["", "+", "+.", "44.1", "+44", "+44.", "+4444.1", "+44.123456789012345", "+44.12 3", "+٤.1"]
        {
            assert!(Phone::parse(bad, None).is_err(), "{bad}");
        }
    }
}
