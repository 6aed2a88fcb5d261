//! Tracking keys: the id of an operation in the form of a UUID, so that an exchange is found in the journal by the key that
//! its answer carries.

use engine::model::OperationId;

/// The key of an operation.
pub(crate) fn key_of(operation: OperationId) -> String {
    let digits = format!("{:016x}", operation.0);
    let (first, second, last) = (&digits[..8], &digits[8..12], &digits[12..]);
    format!("{first}-{second}-4000-8000-00000000{last}")
}

/// The operation of a tracking key; `None` for what is none of ours.
pub fn operation_of(key: &str) -> Option<OperationId> {
    let key = key.trim().to_ascii_lowercase();
    let parts: Vec<&str> = key.split('-').collect();
    let [first, second, "4000", "8000", last] = parts[..] else { return None };
    let digits = format!("{first}{second}{}", last.strip_prefix("00000000")?);
    let number = i64::from_str_radix(&digits, 16).ok().filter(|_| digits.len() == 16)?;
    Some(OperationId(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_leads_back() {
        for id in [1, 0x0123_4567_89ab_cdef, i64::MAX] {
            assert_eq!(operation_of(&key_of(OperationId(id))), Some(OperationId(id)));
        }
        for other in ["", "0e9d4473-da46-4519-8406-bf7b6673654c", "é-4000-8000-00000000"] {
            assert_eq!(operation_of(other), None, "{other}");
        }
    }
}
