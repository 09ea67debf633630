using System.Globalization;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Testing;

/// <summary>Balances as text with thousands separators, in major units: what a test compares with what it says.</summary>
/// <param name="books">The books.</param>
/// <param name="view">Day and instant.</param>
public sealed class TestView(TestBooks books, LedgerView view)
{
    /// <summary>The view itself.</summary>
    public LedgerView View => view;

    /// <summary>Commitment on an edge.</summary>
    public string Commitment(string edge) => Print(edge, view.Commitment(books.Index(edge)));

    /// <summary>Paid in on an edge.</summary>
    public string PaidIn(string edge) => Print(edge, view.PaidIn(books.Index(edge)));

    /// <summary>Distributed on an edge.</summary>
    public string Distributed(string edge) => Print(edge, view.Distributed(books.Index(edge)));

    /// <summary>Unfunded on an edge.</summary>
    public string Unfunded(string edge) => Print(edge, view.Unfunded(books.Index(edge)));

    /// <summary>Callable on an edge.</summary>
    public string Callable(string edge) => Print(edge, view.Callable(books.Index(edge)));

    /// <summary>Issued and neither paid nor cancelled on an edge.</summary>
    public string Outstanding(string edge) => Print(edge, view.OutstandingCalls(books.Index(edge)));

    /// <summary>The latest NAV or valuation rolled forward; <c>none</c> where none was stated.</summary>
    public string Level(string edge) => view.LevelRolledForward(books.Index(edge)) is { } level ? Print(edge, level) : "none";

    /// <summary>Day of the latest NAV or valuation; <c>none</c> where none was stated.</summary>
    public string LevelDate(string edge) => view.LevelDate(books.Index(edge))?.ToString("O", CultureInfo.InvariantCulture) ?? "none";

    /// <summary>A node's own cash, in its own currency.</summary>
    public string Cash(string node) => Print(view.Cash(books.Node(node)), books.Snapshot.Node(books.Node(node)).Currency);

    /// <summary>The value of a fact; <c>none</c> where none held.</summary>
    public string Fact(string node, string name) => books.Snapshot.FactOn(books.Node(node), name, view.AsOf, view.KnownAt)?.Value ?? "none";

    private static string Print(long minor, Currency currency) =>
        Money.FromMinor(minor, currency).Amount.ToString("N" + currency.Exponent.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private string Print(string edge, long minor) => Print(minor, books.Snapshot.Edges[books.Index(edge)].Currency);
}
