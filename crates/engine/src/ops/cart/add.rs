use outcomes::{Field, Operation as Name, Outcome};

use super::CartLine;
use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{CartItem, CartItemId, Goods},
    ops::{certificate, domain, privacy},
    ports::store::Inserted,
};

/// Puts something into the actor's cart. Answers the item with its price.
///
/// Changes: the cart. Bills and notifies nothing. Checks, in this order: whether it is sold: the zone of a domain and,
/// for privacy, whether that allows it, or the class of a certificate; how much is in the cart already; whether the domain is.
#[derive(Clone, Debug)]
pub struct Add {
    /// What is meant to be ordered.
    pub goods: Goods,
    /// For how many years.
    pub years: u8,
    /// Whether what is registered renews itself.
    pub renews: bool,
    /// Whether what is registered is locked against transfers.
    pub is_locked: bool,
    /// Whether all that was in the cart is left for a later order.
    pub sets_others_aside: bool,
}

impl Operation for Add {
    type Answer = CartLine;
    const NAME: Name = Name::CartAdd;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::CartItemAdded,
        Outcome::ZoneUnknown,
        Outcome::NameNotRegistrable,
        Outcome::PrivacyNotOffered,
        Outcome::CertificateClassUnknown,
        Outcome::CartFull,
        Outcome::CartItemPresent,
    ];

    fn object(&self) -> &str {
        self.goods.title()
    }
}

impl Command for Add {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<CartLine>, Failure> {
        self.check_sold(cx)?;
        let others = cx.store.cart(cx.actor.id())?;
        if others.len() >= MOST {
            return Err(Refusal::new(Outcome::CartFull).at(Field::CartItem).fact("limit", MOST).into());
        }
        let item = self.item(cx);
        if cx.store.insert_cart_item(&item)? == Inserted::Taken {
            let present = Refusal::new(Outcome::CartItemPresent).at(Field::CartItem);
            return Err(present.value(self.goods.title()).into());
        }
        for other in others.into_iter().filter(|other| self.sets_others_aside && other.is_active) {
            cx.store.update_cart_item(&CartItem { is_active: false, ..other })?;
        }
        Ok(Done::new(Outcome::CartItemAdded, CartLine::of(cx, item)?))
    }
}

impl Add {
    fn check_sold(&self, cx: &Writing<'_>) -> Result<(), Refusal> {
        match &self.goods {
            Goods::Certificate(class) => certificate::product(cx.policies, class).map(drop),
            Goods::Register(name) | Goods::Renew(name) | Goods::Restore(name) | Goods::Transfer(name) => {
                domain::registrable_zone(cx.policies, name).map(drop)
            }
            Goods::Privacy(name) | Goods::PrivacyRenewal(name) => {
                privacy::check_offered(domain::registrable_zone(cx.policies, name)?)
            }
        }
    }

    fn item(&self, cx: &Writing<'_>) -> CartItem {
        CartItem {
            id: CartItemId(cx.new_id()),
            account: cx.actor.id(),
            goods: self.goods.clone(),
            years: self.years,
            renews: self.renews,
            is_locked: self.is_locked,
            is_active: true,
            words: None,
        }
    }
}

/// Items in a cart, active or not.
const MOST: usize = 200;
