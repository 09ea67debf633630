namespace FundTracker.Architecture.Tests.Reading;

/// <summary>What a rule saw: how many things it inspected and which of them break it, one sentence each.</summary>
internal sealed record Outcome(int Inspected, IReadOnlyList<string> Violations)
{
    /// <summary>Inspects each item with <paramref name="violations"/>, which names what is wrong with it.</summary>
    public static Outcome Of<T>(IEnumerable<T> items, Func<T, IEnumerable<string>> violations)
    {
        var inspected = items.ToList();
        return new Outcome(inspected.Count, [.. inspected.SelectMany(violations)]);
    }

    /// <param name="somethingToInspect">Whether there is code that the rule is about: then seeing none fails.</param>
    public void MustHold(bool somethingToInspect = true)
    {
        Assert.True(Violations.Count == 0, Environment.NewLine + string.Join(Environment.NewLine, Violations));
        Assert.True(Inspected > 0 || !somethingToInspect, "The rule inspected nothing, so it holds nothing.");
    }

    public void MustReject(params string[] offenders)
    {
        foreach (var offender in offenders)
        {
            Assert.True(
                Violations.Any(violation => violation.Contains(offender, StringComparison.Ordinal)),
                $"The rule let {offender} pass; it rejected: {string.Join("; ", Violations)}");
        }
    }
}
