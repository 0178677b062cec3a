// Where the second leg of the tests runs: a Java 25 from Maven's toolchains file, JAVA25_HOME or the usual install
// folders, in this order. Sets java25.jvm and java25.skip, which Surefire's execution "java-25" reads.

boolean isJava25(File home) {
    File release = new File(home, 'release')
    return release.isFile() && release.text =~ /(?m)^JAVA_VERSION="25[.+"]/
}

List<File> fromToolchains() {
    File file = new File(System.getProperty('user.home'), '.m2/toolchains.xml')
    if (!file.isFile()) {
        return []
    }
    return new groovy.xml.XmlSlurper().parse(file).toolchain
            .findAll { it.type.text() == 'jdk' }
            .collect { new File(it.configuration.jdkHome.text()) }
}

List<File> fromInstallFolders() {
    List<String> folders = ['/usr/lib/jvm', '/usr/java', '/opt', '/opt/java', '/Library/Java/JavaVirtualMachines',
            System.getProperty('user.home') + '/.sdkman/candidates/java', System.getProperty('user.home') + '/.jdks',
            'C:\\Program Files\\Java', 'C:\\Program Files\\Eclipse Adoptium']
    return folders.collect { new File(it) }
            .findAll { it.isDirectory() }
            .collectMany { it.listFiles().sort() as List }
            .collectMany { [it, new File(it, 'Contents/Home')] }
}

List<File> candidates = fromToolchains()
if (System.getenv('JAVA25_HOME')) {
    candidates << new File(System.getenv('JAVA25_HOME'))
}
candidates.addAll(fromInstallFolders())

File home = candidates.find { isJava25(it) }
boolean runsOn25 = System.getProperty('java.specification.version') == '25'
String java = System.getProperty('os.name').startsWith('Windows') ? 'bin/java.exe' : 'bin/java'
project.properties['java25.skip'] = String.valueOf(home == null || runsOn25)
project.properties['java25.jvm'] = home == null ? '' : new File(home, java).path
if (project.packaging == 'pom') {
    return
}
if (runsOn25) {
    log.info('Java 25 leg: this build runs on Java 25 already')
} else if (home == null) {
    log.warn('Java 25 leg: SKIPPED, no Java 25 in the toolchains file, JAVA25_HOME or the usual install folders')
} else {
    log.info("Java 25 leg: the tests run a second time on ${home}")
}
