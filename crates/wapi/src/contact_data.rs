//! What WAPI says of a contact: its items by the names that requests and answers share.

mod read;
mod told;

use engine::model::{ContactItem, Phone};

pub(crate) use read::read;
pub(crate) use told::{street, told};

/// The flags that hide an item from others than those who may see everything.
const FLAGS: [(&str, ContactItem); 5] = [
    ("disclose_phone", ContactItem::Voice),
    ("disclose_fax", ContactItem::Fax),
    ("disclose_email", ContactItem::Email),
    ("disclose_ident", ContactItem::Identity),
    ("disclose_notify_email", ContactItem::NotifyEmail),
];

/// A number as WAPI writes it, `+420 777000111`, has a space where EPP has a dot.
fn phone(text: &str) -> Result<Phone, engine::Refusal> {
    let number =
        text.split_once(' ').map_or_else(|| text.to_owned(), |(code, rest)| format!("{code}.{rest}"));
    Phone::parse(&number, None).map_err(|refusal| refusal.value(text))
}

/// The same, written.
pub(crate) fn phone_text(phone: &Phone) -> String {
    phone.to_string().replacen('.', " ", 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_both_forms_and_written_in_one() {
        for good in ["+420 777000111", "+420.777000111"] {
            assert_eq!(phone_text(&phone(good).unwrap()), "+420 777000111", "{good}");
        }
        for bad in ["777000111", "+420777000111", "+420 777 000 111", "+420  777000111", "420 777000111", " "]
        {
            assert!(phone(bad).is_err(), "{bad}");
        }
    }
}
