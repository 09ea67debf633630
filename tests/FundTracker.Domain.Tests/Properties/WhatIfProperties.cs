using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Properties;

/// <summary>Proposed lines looked at before they are posted say what they say afterwards.</summary>
public sealed class WhatIfProperties
{
    [Fact]
    public void What_proposed_lines_would_do_is_what_they_do_once_they_are_posted() =>
        RandomLedger.Holds(CsCheck.Gen.Select(RandomLedger.Day, RandomLedger.AnyStep), (books, drawn) =>
        {
            var (day, step) = drawn;
            var draft = RandomLedger.Draft(books, step);
            var foreseen = Print(books, new LedgerView(WhatIf.After(books.Snapshot, [draft]), day, Stamp.Max));
            books.Append([draft]);
            Assert.Equal(Print(books, new LedgerView(books.Snapshot, day, Stamp.Max)), foreseen);
        });

    [Fact]
    public void Looking_ahead_leaves_the_books_as_they_are() => RandomLedger.Holds(RandomLedger.AnyStep, (books, step) =>
    {
        var before = Print(books, new LedgerView(books.Snapshot, DateOnly.MaxValue, Stamp.Max));
        _ = WhatIf.After(books.Snapshot, [RandomLedger.Draft(books, step)]);
        Assert.Equal(before, Print(books, new LedgerView(books.Snapshot, DateOnly.MaxValue, Stamp.Max)));
        Assert.Equal(books.Lines.Count, books.Snapshot.LineCount);
    });

    private static string Print(TestBooks books, LedgerView view) => string.Join('\n', RandomLedger.All.Select(name =>
    {
        var edge = books.Index(name);
        var sums = LineKinds.All.Select(kind => (kind, Sum: view.Sum(edge, kind))).Where(pair => pair.Sum != 0);
        return $"{name} {string.Join(' ', sums)} unfunded {view.Unfunded(edge)} outstanding {view.OutstandingCalls(edge)}"
            + $" level {view.LevelRolledForward(edge)} on {view.LevelDate(edge)} illustrative {view.IsIllustrative(edge, new KindSet(ulong.MaxValue))}";
    }).Append($"known {view.Known}").Concat(RandomLedger.Funds.Select(fund => $"{fund} {view.Cash(books.Node(fund))}")));
}
