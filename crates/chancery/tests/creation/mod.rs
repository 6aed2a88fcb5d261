//! Creating domains in great number, and finding out afterwards which of them are there.

use testkit::EppClient;

/// Creates a domain; answers the result code.
pub(crate) fn create(client: &mut EppClient, name: &str, years: u32) -> anyhow::Result<u32> {
    let answer = client.command(&format!(
        "<create><domain:create><domain:name>{name}</domain:name><domain:period unit=\"y\">{years}</domain:period>\
         <domain:authInfo><domain:pw/></domain:authInfo></domain:create></create>"
    ))?;
    answer.code().ok_or_else(|| anyhow::anyhow!("an answer without a code: {answer}"))
}

/// Those of the names that exist.
pub(crate) fn existing(client: &mut EppClient, names: &[String]) -> Vec<String> {
    let mut there = Vec::new();
    for some in names.chunks(50) {
        let list: String = some.iter().map(|name| format!("<domain:name>{name}</domain:name>")).collect();
        let answer = client.command(&format!("<check><domain:check>{list}</domain:check></check>")).unwrap();
        let free = answer.texts(&testkit::Path::parse("domain:cd/domain:name@avail").unwrap());
        assert_eq!(free.len(), some.len(), "{answer}");
        there.extend(some.iter().zip(free).filter(|(_, free)| free == "0").map(|(name, _)| name.clone()));
    }
    there
}
