using FundTracker.Domain.Funds;
using FundTracker.Domain.Holdings;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Books;

/// <summary>Stored members of the books as figures see them.</summary>
public static class Entries
{
    /// <summary>A node; <paramref name="bookCurrency"/> stands for nodes that have no currency of their own.</summary>
    public static NodeEntry ToEntry(this Node node, Currency bookCurrency) => new(
        node.Id, node.Kind, node.Code, node.Name, (node as Fund)?.Currency ?? bookCurrency, (node as PortfolioCompany)?.CreditCode?.Value,
        node.Provenance, node.RecordedAt);

    /// <summary>An edge.</summary>
    public static EdgeEntry ToEntry(this Edge edge) => new(edge.Id, edge.Kind, edge.Holder, edge.Investee, edge.Currency, edge.RecordedAt);

    /// <summary>A fact.</summary>
    public static FactEntry ToEntry(this Fact fact) =>
        new(fact.Sequence, fact.Subject, fact.Name, fact.Value, fact.EffectiveFrom, fact.RecordedAt, fact.Provenance,
            string.Intern(fact.RecordedBy), string.Intern(fact.ApprovedBy));

    /// <summary>A fact that is not recorded yet, as it would stand in the books.</summary>
    public static FactEntry ToEntry(this FactDraft fact, long sequence, Stamp at) =>
        new(sequence, fact.Subject, fact.Name, fact.Value, fact.EffectiveFrom, at, fact.Provenance);
}
