using FundTracker.Domain.Funds;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Evaluations;

/// <summary>When in a fund's life which evaluation is made.</summary>
public static class EvaluationTimes
{
    /// <summary>Checks that it is time: ex-ante before any money is paid in, whole-life once the fund is being wound up.</summary>
    /// <param name="timing">The evaluation.</param>
    /// <param name="fund">Code of the fund, for the sentence.</param>
    /// <param name="paidIn">What was paid into the fund by its day.</param>
    /// <param name="status">Its status on the day; null where none is known.</param>
    public static Result<Done> Check(EvaluationTiming timing, string fund, Money paidIn, string? status) => timing switch
    {
        EvaluationTiming.ExAnte when !paidIn.IsZero => CycleErrors.TooLateForExAnte(fund, paidIn),
        EvaluationTiming.WholeLife when status is not (nameof(FundStatus.Liquidating) or nameof(FundStatus.Liquidated)) =>
            CycleErrors.TooEarlyForWholeLife(fund),
        _ => Done.Value,
    };
}
