using FundTracker.Application.Evaluations;

namespace FundTracker.Web.Features.Evaluations;

/// <summary>Addresses of evaluations.</summary>
internal static class EvaluationPlaces
{
    /// <summary>One evaluation.</summary>
    public static string Of(EvaluationSummary evaluation) => $"/evaluations/{Uri.EscapeDataString(evaluation.Fund.Code)}/{evaluation.Id}";
}
