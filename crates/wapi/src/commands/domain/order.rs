//! What an order for a domain answers.

use engine::model::Instant;
use engine::ops::account::Credit;

use crate::Call;
use crate::times;
use crate::tree::Tree;

/// The order's number, when the registration ends if that is known, and what is left to spend. The order is carried out:
/// if the credit cannot be read now, the answer says nothing of it.
pub(super) async fn told(call: &Call<'_>, number: i64, expires_at: Option<Instant>) -> Tree {
    let left = call.query(Credit).await.ok().map(|done| done.answer.left());
    let mut entries = vec![
        ("num", Tree::text(number.to_string())),
        ("expiration", Tree::optional(expires_at.map(times::day))),
    ];
    entries.extend(left.map(|left| {
        let amount = Tree::text(left.to_string());
        ("credit", Tree::map([("amount", amount), ("currency", Tree::text(left.currency.code()))]))
    }));
    Tree::Map(entries)
}
