use std::fs;

use super::*;

const NOW: i64 = 1_900_000_000;
const DAY: i64 = 86_400;

fn modes(folder: &Path, name: &str) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(folder.join(name)).unwrap().permissions().mode() & 0o777
}

#[test]
fn is_made_once_and_used_again() {
    let folder = tempfile::tempdir().unwrap();
    let first = Authority::open_or_create(folder.path(), NOW).unwrap();
    let again = Authority::open_or_create(folder.path(), NOW + 300 * DAY).unwrap();
    assert_eq!((first.ca_pem(), first.chain_pem()), (again.ca_pem(), again.chain_pem()));
    assert_eq!(fs::read_to_string(folder.path().join("ca.pem")).unwrap(), first.ca_pem());
    assert_eq!((modes(folder.path(), "ca-key.pem"), modes(folder.path(), "server-key.pem")), (0o600, 0o600));
}

#[test]
fn the_server_certificate_is_renewed_within_30_days_of_its_end() {
    let folder = tempfile::tempdir().unwrap();
    let first = Authority::open_or_create(folder.path(), NOW).unwrap();
    let before = Authority::open_or_create(folder.path(), NOW + 366 * DAY).unwrap();
    assert_eq!(before.chain_pem(), first.chain_pem());
    let renewed = Authority::open_or_create(folder.path(), NOW + 368 * DAY).unwrap();
    assert_ne!(renewed.chain_pem(), first.chain_pem());
    assert_eq!(renewed.ca_pem(), first.ca_pem());
}

#[test]
fn half_an_authority_is_not_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    Authority::open_or_create(folder.path(), NOW).unwrap();
    fs::remove_file(folder.path().join("ca-key.pem")).unwrap();
    let refused = Authority::open_or_create(folder.path(), NOW).err().unwrap();
    assert!(matches!(refused, AuthorityError::Half { .. }), "{refused}");
}

#[test]
fn a_spoilt_server_certificate_is_issued_anew() {
    let folder = tempfile::tempdir().unwrap();
    Authority::open_or_create(folder.path(), NOW).unwrap();
    for spoil in ["server.pem", "server-key.pem"] {
        fs::write(folder.path().join(spoil), "spoilt").unwrap();
        let authority = Authority::open_or_create(folder.path(), NOW).unwrap();
        assert!(
            tls::server_config(authority.chain_pem(), authority.key_pem(), tls::ClientCertificates::Optional)
                .is_ok()
        );
    }
}

#[test]
fn a_key_of_another_authority_is_noticed() {
    let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for folder in [&folder, &other] {
        Authority::open_or_create(folder.path(), NOW).unwrap();
    }
    fs::copy(other.path().join("ca-key.pem"), folder.path().join("ca-key.pem")).unwrap();
    fs::remove_file(folder.path().join("server.pem")).unwrap();
    let refused = Authority::open_or_create(folder.path(), NOW).err().unwrap();
    assert!(matches!(refused, AuthorityError::Unusable), "{refused}");
}

#[test]
fn keys_do_not_print() {
    let authority = Authority::ephemeral(NOW).unwrap();
    let client = authority.issue_client("ALPHA").unwrap();
    let shown = format!("{client:?}");
    assert!(shown.contains("CERTIFICATE") && !shown.contains("PRIVATE"));
}
