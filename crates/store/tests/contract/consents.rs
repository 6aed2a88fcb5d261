//! Who agreed to the registry's rules.

use engine::model::{Consent, OperationId};
use engine::ports::store::Store;

use crate::client::{read, write};
use crate::fixtures::{domain, id, opened};

pub(crate) fn consents_stay_when_their_domain_goes(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let (shop, first, second) = (domain("shop.test", alpha), OperationId(id()), OperationId(id()));
    let jan = Consent::parse("Jan", "Novák").unwrap();
    let eva = Consent::parse("Eva", "Malá").unwrap();
    let (object, given) = (shop.id, [(second, eva.clone()), (first, jan.clone())]);
    write(store, move |tx| {
        tx.insert_domain(&shop, &[], &[])?;
        given.iter().try_for_each(|(operation, consent)| tx.put_consent(*operation, shop.id, consent))?;
        tx.delete_domain(&shop)
    });
    assert_eq!(read(store, move |snapshot| snapshot.consents_of(object)), [(first, jan), (second, eva)]);
}
