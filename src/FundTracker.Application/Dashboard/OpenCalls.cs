using FundTracker.Domain.Ledgers;

namespace FundTracker.Application.Dashboard;

/// <summary>By call, what was issued and neither cancelled nor paid in cash; minor units.</summary>
internal sealed class OpenCalls : IDerived<OpenCalls>
{
    private readonly Dictionary<long, long> byCall;

    private OpenCalls(Dictionary<long, long> byCall) => this.byCall = byCall;

    public static OpenCalls Of(LedgerView view) =>
        new OpenCalls([]).With(view, view.Lines(KindSet.Of(LineKind.CallIssued, LineKind.CallCancelled, LineKind.Contribution)));

    public OpenCalls After(LedgerView later, ViewTail tail) => With(later, tail.Lines);

    /// <summary>What is open of one call.</summary>
    public long Of(long call) => byCall.GetValueOrDefault(call);

    private OpenCalls With(LedgerView view, IEnumerable<int> lines)
    {
        Dictionary<long, long>? after = null;
        var columns = view.Book.Columns;
        foreach (var i in lines)
        {
            var sign = (LineKind)columns.Kinds[i] switch { LineKind.CallIssued => 1, LineKind.CallCancelled or LineKind.Contribution => -1, _ => 0 };
            if (columns.Calls[i] == 0 || sign == 0) continue;
            after ??= new Dictionary<long, long>(byCall);
            after[columns.Calls[i]] = checked(after.GetValueOrDefault(columns.Calls[i]) + (sign * columns.Amounts[i]));
        }

        return after is null ? this : new OpenCalls(after);
    }
}
