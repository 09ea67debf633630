using FundTracker.Application.Books;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Values;

namespace FundTracker.Application.CapitalCalls;

/// <summary>Where the investors of a fund stand when it calls, judged against everything recorded.</summary>
internal static class Standings
{
    /// <summary>All commitments to a fund with what is used of them and what is callable.</summary>
    public static IReadOnlyList<CallStanding> Of(OpenBooks books, NodeId fund) => CallStanding.Of(books.Everything, fund);

    /// <summary>What was paid on each share of a call, in the order of the shares, minor units.</summary>
    public static IReadOnlyList<long> Paid(OpenBooks books, CapitalCall call) => call.PaidOf(books.Everything);
}
