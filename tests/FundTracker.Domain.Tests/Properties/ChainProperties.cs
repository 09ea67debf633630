using System.Reflection;
using CsCheck;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Properties;

/// <summary>No entry can be changed, dropped, doubled or moved unseen.</summary>
public sealed class ChainProperties
{
    private static readonly PropertyInfo[] LineFields = [.. typeof(LedgerLine).GetProperties(BindingFlags.Public | BindingFlags.Instance)];
    private static readonly PropertyInfo[] FactFields = [.. typeof(Fact).GetProperties(BindingFlags.Public | BindingFlags.Instance)];

    [Fact]
    public void An_untouched_chain_holds() => RandomLedger.Holds(books =>
        Assert.Equal(new ChainCheck(books.Lines.Count, null, ""), ChainVerifier.VerifyLines(books.Lines, books.Head)));

    [Fact]
    public void A_change_of_any_field_of_any_line_is_found_at_that_line() => RandomLedger.Holds(
        Gen.Select(Gen.Int[0, 1_000], Gen.Int[0, LineFields.Length - 1]), (books, drawn) =>
        {
            if (books.Lines.Count == 0) return;
            var line = books.Lines[drawn.Item1 % books.Lines.Count];
            Change(line, LineFields[drawn.Item2]);
            Assert.Equal(books.Lines.ToList().IndexOf(line) + 1, ChainVerifier.VerifyLines(books.Lines, books.Head).FirstBroken);
        });

    [Fact]
    public void A_change_of_any_field_of_any_fact_is_found_at_that_fact() => Gen.Select(Gen.Int[0, 9], Gen.Int[0, FactFields.Length - 1]).Sample(
        (place, field) =>
        {
            var books = TestBooks.Of("mother MOTHER CNY\n" + string.Join('\n', Enumerable.Range(1, 10).Select(i => $"2023-01-{i:00} MOTHER sector = s{i}")));
            Change(books.Facts[place], FactFields[field]);
            Assert.Equal(place + 1, ChainVerifier.VerifyFacts(books.Facts, books.Head).FirstBroken);
        },
        iter: Cases.Count);

    [Fact]
    public void A_line_dropped_doubled_or_swapped_is_found_at_its_place() => RandomLedger.Holds(
        Gen.Select(Gen.Int[0, 1_000], Gen.Int[0, 2]), (books, drawn) =>
        {
            if (books.Lines.Count < 2) return;
            var lines = books.Lines.ToList();
            var place = drawn.Item1 % (lines.Count - 1);
            if (drawn.Item2 == 0) lines.RemoveAt(place);
            else if (drawn.Item2 == 1) lines.Insert(place, lines[place]);
            else (lines[place], lines[place + 1]) = (lines[place + 1], lines[place]);
            var broken = ChainVerifier.VerifyLines(lines, books.Head);
            Assert.Equal((place + (drawn.Item2 == 1 ? 2 : 1), "sequence"), (broken.FirstBroken, broken.What));
        });

    [Fact]
    public void A_ledger_cut_off_at_the_end_or_written_on_is_found_by_its_head() => RandomLedger.Holds(Gen.Int[1, 40], (books, cut) =>
    {
        if (books.Lines.Count == 0) return;
        var kept = Math.Max(0, books.Lines.Count - cut);
        Assert.Equal(new ChainCheck(kept, kept + 1, "head"), ChainVerifier.VerifyLines(books.Lines.Take(kept), books.Head));
    });

    private static void Change(object entry, PropertyInfo property) => property.SetValue(entry, Another(property.GetValue(entry), property.PropertyType));

    private static object Another(object? value, Type type) => value switch
    {
        int number => number + 1,
        long number => number + 1,
        bool flag => !flag,
        string text => text + "x",
        DateOnly day => day.AddDays(1),
        Stamp stamp => stamp.Next,
        Money money => Money.FromMinor(money.MinorUnits + 1, money.Currency),
        EdgeId edge => new EdgeId(edge.Value + 1),
        NodeId node => new NodeId(node.Value + 1),
        CapitalCallId call => new CapitalCallId(call.Value + 1),
        byte[] bytes => bytes.Select((b, i) => i == 7 ? (byte)(b ^ 1) : b).ToArray(),
        Enum number => Enum.ToObject(value.GetType(), Convert.ToByte(number) + 1),
        null => Activator.CreateInstance(Nullable.GetUnderlyingType(type)!, type == typeof(long?) ? [] : [1L])!,
        _ => throw new ArgumentException($"{type} has no other value."),
    };
}
