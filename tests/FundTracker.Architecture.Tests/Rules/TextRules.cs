using System.Text.RegularExpressions;
using FundTracker.Architecture.Tests.Reading;

namespace FundTracker.Architecture.Tests.Rules;

/// <summary>
/// What the text of the files may not say. The words are put together from parts, so as not to say them here.
/// </summary>
internal static partial class TextRules
{
    private static readonly string[] Unfinished =
        ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "NotImplemented" + "Exception", "#reg" + "ion"];

    private static readonly string[] RegistryHosts =
    [
        Host("nuget", "org"), Host("npmjs", "org"), Host("npmjs", "com"), Host("pypi", "org"), Host("crates", "io"),
        Host("deb", "debian", "org"), Host("archive", "ubuntu", "com"), Host("proxy", "golang", "org"),
        Host("maven", "org"), Host("pkgs", "dev", "azure", "com"), Host("myget", "org"),
    ];

    /// <summary>A file's namespace is its project's name and its folders.</summary>
    public static Outcome NamespacesMatchFolders(IEnumerable<SourceFile> files, IEnumerable<string> projectPaths)
    {
        var folders = projectPaths.Select(path => Path.GetDirectoryName(path)!.Replace('\\', '/')).ToList();
        return Outcome.Of(files, file =>
        {
            var project = folders
                .SingleOrDefault(folder => file.Path.StartsWith(folder + "/", StringComparison.Ordinal));
            var declared = Namespace().Match(file.Text);
            if (project is null || !declared.Success)
            {
                return [];
            }

            var inside = file.Path[(project.Length + 1)..].Split('/')[..^1];
            var expected = string.Join('.', [Path.GetFileName(project), .. inside]);
            return declared.Groups["name"].Value == expected
                ? []
                : [$"{file.Path} declares {declared.Groups["name"].Value}, its folder says {expected}"];
        });
    }

    /// <summary>Nothing is left unfinished and said so only in the code.</summary>
    public static Outcome NothingUnfinished(IEnumerable<SourceFile> files) => EachLine(files, (file, line) =>
        Unfinished.Where(word => Regex.IsMatch(line, $@"(?<!\w){word}\b", RegexOptions.None, TimeSpan.FromMinutes(1)))
            .Select(word => $"{file.Path} says {word}"));

    /// <summary>Where packages come from is the machine's business; no file names a registry.</summary>
    public static Outcome NoRegistryHosts(IEnumerable<SourceFile> files) => EachLine(files, (file, line) =>
        RegistryHosts.Where(host => line.Contains(host, StringComparison.OrdinalIgnoreCase))
            .Select(host => $"{file.Path} names {host}"));

    /// <summary>A switched-off warning carries a sentence, on its line or on the comment above it.</summary>
    public static Outcome SwitchedOffWarningsSayWhy(IEnumerable<SourceFile> files) => Outcome.Of(files, file =>
    {
        var lines = file.Lines.ToList();
        return lines.Where(line => SwitchedOff().IsMatch(line.Text))
            .Where(line => !Sentence().IsMatch(line.Text) && !CommentAbove(lines, line.Number))
            .Select(line => $"{file.Path}:{line.Number} switches a warning off without a sentence saying why");
    });

    /// <summary>No error is caught and dropped; one named type may be, with a sentence saying why.</summary>
    public static Outcome NoSwallowedErrors(IEnumerable<SourceFile> files) => Outcome.Of(files, file =>
        EmptyCatch().Matches(file.Text)
            .Where(match => match.Groups["type"].Value is "" or "Exception" || !match.Groups["comment"].Success)
            .Select(_ => $"{file.Path} swallows an error"));

    /// <summary>A test's name is the sentence of its rule: three words at least.</summary>
    public static Outcome TestNamesAreSentences(IEnumerable<SourceFile> files) => Outcome.Of(
        files.SelectMany(file =>
            TestMethod().Matches(file.Text).Select(match => (file.Path, Name: match.Groups["name"].Value))),
        test => test.Name.Count(letter => letter == '_') < 2 || EmptyTestName().IsMatch(test.Name)
            ? [$"{test.Path}: {test.Name} is no sentence"]
            : []);

    private static Outcome EachLine(
        IEnumerable<SourceFile> files, Func<SourceFile, string, IEnumerable<string>> violations) =>
        Outcome.Of(files, file => file.Lines.SelectMany(line =>
            violations(file, line.Text).Select(violation => $"{violation} (line {line.Number})")));

    /// <summary>Looks upwards over the lines of the same block, to the comment that introduces it.</summary>
    private static bool CommentAbove(List<(int Number, string Text)> lines, int number)
    {
        var above = lines.Take(number - 1).Reverse().SkipWhile(line => SwitchedOff().IsMatch(line.Text));
        return above.FirstOrDefault() is { Text: { } text } && CommentSentence().IsMatch(text);
    }

    private static string Host(params string[] parts) => string.Join('.', parts);

    [GeneratedRegex(@"^namespace\s+(?<name>[\w.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Namespace();

    [GeneratedRegex(
        @"^\s*#pragma warning disable|^\s*\[(assembly: )?(Unconditional)?SuppressMessage\(|" +
        @"^\s*<NoWarn>|NoWarn\s*=""|^dotnet_diagnostic\.\w+\.severity\s*=\s*none",
        RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex SwitchedOff();

    [GeneratedRegex(
        @"//\s*\w+ \w+ .*\.|Justification\s*=\s*""\w+ \w+ .+""|<!--\s*\w+[:,]? \w+ .*-->",
        RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^\s*(//|#|<!--)\s*\S+ \S+ \S+.*[.:](\s*-->)?\s*$|-->\s*$", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex CommentSentence();

    [GeneratedRegex(
        @"catch\s*(\((?<type>[\w.]+)[^)]*\))?\s*(when\s*\([^{]*\))?\s*\{\s*(?<comment>//[^\n]*\s*)*\}",
        RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex EmptyCatch();

    [GeneratedRegex(
        @"\[(Fact|Theory)\b[^\n]*\](\s*\[[^\n]*\])*\s*public\s+(static\s+)?(async\s+)?[\w<>]+\s+(?<name>\w+)\s*\(",
        RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex TestMethod();

    [GeneratedRegex(
        @"_(Ok|Works|Test\d*)$|^(Test|Works)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 60_000)]
    private static partial Regex EmptyTestName();
}
