using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Funds;

/// <summary>An investor, a fund or a company with the facts that held on a day, as known at an instant.</summary>
/// <param name="Node">What never changes: kind, code, name, currency.</param>
/// <param name="Facts">Facts by name, see <see cref="FactNames"/>; those that are not known are not there.</param>
public sealed record Member(NodeEntry Node, IReadOnlyDictionary<string, FactEntry> Facts)
{
    /// <summary>Value of a fact, or null where it is not known.</summary>
    public string? Fact(string name) => Facts.GetValueOrDefault(name)?.Value;
}

/// <summary>Members of books as a view sees them.</summary>
internal sealed class Members(LedgerView view)
{
    private readonly ILookup<NodeId, string> names =
        view.Book.Facts.Select(fact => (fact.Subject, fact.Name)).Distinct().ToLookup(fact => fact.Subject, fact => fact.Name);

    /// <summary>All members known at the view's instant that satisfy a condition, by code.</summary>
    public IReadOnlyList<Member> Where(Func<NodeEntry, bool> isWanted) =>
    [
        .. view.Book.Nodes.Where(node => node.RecordedAt <= view.KnownAt && isWanted(node))
            .OrderBy(node => node.Code, StringComparer.Ordinal).Select(Of),
    ];

    /// <summary>One member.</summary>
    public Member Of(NodeEntry node) => new(
        node,
        names[node.Id].Select(name => view.Book.FactOn(node.Id, name, view.AsOf, view.KnownAt)).OfType<FactEntry>()
            .ToDictionary(fact => fact.Name, StringComparer.Ordinal));
}
