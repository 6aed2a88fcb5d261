use std::str::FromStr;

use serde_json::{Value, json};

/// `KEY=VALUE` on the command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Setting {
    pub(super) key: String,
    pub(super) value: String,
}

impl FromStr for Setting {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_once('=') {
            Some((key, value)) if !key.is_empty() => {
                Ok(Self { key: key.to_owned(), value: value.to_owned() })
            }
            _ => Err(format!("{text:?} is no KEY=VALUE")),
        }
    }
}

impl Setting {
    /// As JSON: whole and decimal numbers, true, false, null and lists as such, sums of money and all else as text.
    pub(super) fn to_json(&self) -> Value {
        if MONEY.contains(&self.key.as_str()) {
            return json!(self.value);
        }
        match serde_json::from_str(&self.value) {
            Ok(value @ (Value::Number(_) | Value::Bool(_) | Value::Null | Value::Array(_))) => value,
            _ => json!(self.value),
        }
    }
}

/// Settings in which the digits count, as in 25.00.
const MONEY: [&str; 5] = ["balance", "credit_limit", "credit_warning", "amount", "vat"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_what_they_look_like() {
        let json = |text: &str| text.parse::<Setting>().unwrap().to_json();
        assert_eq!(json("next=3"), json!(3));
        assert_eq!(json("probability=0.5"), json!(0.5));
        assert_eq!(json("always=true"), json!(true));
        assert_eq!(json("networks=[\"192.0.2.0/24\"]"), json!(["192.0.2.0/24"]));
        assert_eq!(json("price_list=null"), Value::Null);
        assert_eq!(json("balance=25.00"), json!("25.00"));
        assert_eq!(json("object=a=b.test"), json!("a=b.test"));
        assert!("next".parse::<Setting>().is_err() && "=3".parse::<Setting>().is_err());
    }
}
