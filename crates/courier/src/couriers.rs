use std::fmt;
use std::sync::Arc;

use engine::model::DeliveryTarget;
use engine::ports::{Courier, Parcel, Undelivered};

use crate::http::HttpCourier;
use crate::letter;
use crate::mail::Postbox;

/// A courier for each kind of target.
pub struct Couriers {
    /// For URLs.
    pub url: HttpCourier,
    /// For e-mail; without it no mail can be sent.
    pub mail: Option<Arc<dyn Postbox>>,
}

impl fmt::Debug for Couriers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Couriers").field("mail", &self.mail.is_some()).finish_non_exhaustive()
    }
}

impl Courier for Couriers {
    fn deliver(&self, parcel: &Parcel) -> Result<(), Undelivered> {
        match (&parcel.target, &self.mail) {
            (DeliveryTarget::Url(url), _) => self.url.post(url, parcel),
            (DeliveryTarget::Mail(to), Some(postbox)) => postbox.put(&letter::mail(to, parcel)),
            (DeliveryTarget::Mail(_), None) => {
                Err(Undelivered::forbidden("no mail can be sent, because the server has no [mail] settings"))
            }
        }
    }
}
