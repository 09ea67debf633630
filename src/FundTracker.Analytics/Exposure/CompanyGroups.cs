using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Exposure;

/// <summary>Holdings by company: those in companies of one 统一社会信用代码 are of one company, however often it was registered.</summary>
internal sealed class CompanyGroups
{
    private readonly int[] groupOf;

    private CompanyGroups(int[] groupOf, IReadOnlyList<int[]> holdings, IReadOnlyList<(Currency, int[])> foreign) =>
        (this.groupOf, Holdings, Foreign) = (groupOf, holdings, foreign);

    /// <summary>Dense indexes of each group's holdings, by recording.</summary>
    public IReadOnlyList<int[]> Holdings { get; }

    /// <summary>Holdings in other currencies than the mother fund's, by currency, in the order of its code.</summary>
    public IReadOnlyList<(Currency Currency, int[] Edges)> Foreign { get; }

    /// <summary>The groups of some books; made once for as long as nobody new comes.</summary>
    public static CompanyGroups Of(BookSnapshot book) => book.OfMembers(Make);

    /// <summary>The group of a holding, or -1.</summary>
    public int Find(int edge) => groupOf[edge];

    private static CompanyGroups Make(BookSnapshot book)
    {
        var groups = new int[book.Edges.Count];
        var (holdings, foreign) = (new List<List<int>>(), new List<int>());
        var (byCode, byNode) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<NodeId, int>());
        for (var edge = 0; edge < groups.Length; edge++)
        {
            var entry = book.Edges[edge];
            groups[edge] = entry.Kind == EdgeKind.Holding ? GroupOf(entry.Investee) : -1;
            if (groups[edge] < 0) continue;
            holdings[groups[edge]].Add(edge);
            if (entry.Currency != book.Root.Currency) foreign.Add(edge);
        }

        var byCurrency = foreign.GroupBy(edge => book.Edges[edge].Currency).OrderBy(group => group.Key.Code, StringComparer.Ordinal);
        return new CompanyGroups(groups, [.. holdings.Select(group => group.ToArray())], [.. byCurrency.Select(group => (group.Key, group.ToArray()))]);

        int GroupOf(NodeId company)
        {
            if (byNode.TryGetValue(company, out var group)) return group;
            var code = book.Node(company).CreditCode;
            if (code is null || !byCode.TryGetValue(code, out group))
            {
                group = holdings.Count;
                holdings.Add([]);
            }

            if (code is not null) byCode[code] = group;
            byNode[company] = group;
            return group;
        }
    }
}
