using FundTracker.Domain.Capital;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Imports.Sheets;

/// <summary>出资计划 contribution plans, their phases and what must be met before a phase is called.</summary>
internal static class PlanSheets
{
    /// <summary>One plan per fund.</summary>
    public static SheetRule Plans { get; } = new(
        new SheetFormat("Plans", ImportColumn.Code("fund").Required, ImportColumn.Date("date").Required, ImportColumn.YesNo("rolling")),
        (row, books) => books.Books.Fund(row).Then<Done>(fund =>
        {
            if (books.Plans.ContainsKey(fund.Id)) return PlanErrors.PlanExists(fund.Code).At("fund");
            var plan = ContributionPlan.DrawUp(
                new ContributionPlanId(books.Books.Desk.NextId()), fund.MotherFund, fund.Id, row.YesNo("rolling", otherwise: false),
                books.Signed, books.Books.At);
            books.Plans.Add(fund.Id, plan);
            books.NewPlans.Add(plan);
            return Done.Value;
        })) { ComesFirst = true };

    /// <summary>期 phases, numbered by their dates.</summary>
    public static SheetRule Tranches { get; } = new(
        new SheetFormat(
            "Tranches", ImportColumn.Code("fund").Required, ImportColumn.Date("date").Required, ImportColumn.Amount("amount").Required,
            ImportColumn.Whole("budget_year")),
        ApplyTranche) { ComesFirst = true };

    /// <summary>Conditions of phases; taken with their phase.</summary>
    public static SheetRule Conditions { get; } = new(
        new SheetFormat(
            "Conditions", ImportColumn.Ref("tranche").Required, ImportColumn.Text("text", lengthMax: 1000).Required,
            ImportColumn.Text("evidence", lengthMax: 1000), ImportColumn.Word<ConditionKind>("kind"), ImportColumn.Text("value", Gate.ValueLengthMax)),
        (_, _) => Done.Value) { ComesFirst = true, Above = ("Tranches", "tranche") };

    private static ConditionDraft Draft(RecordRow row) =>
        new(row.Text("text"), row.Word("kind", ConditionKind.Ticked), row.Find("value") ?? "");

    private static Result<Done> ApplyTranche(RecordRow row, WorkbookBooks books) =>
        from fund in books.Books.Fund(row)
        from plan in books.Plans.TryGetValue(fund.Id, out var found) ? Result<ContributionPlan>.Ok(found) : ImportErrors.UnknownRef("Plans", fund.Code).At("fund")
        from amount in WorkbookBooks.Positive(row, "amount", fund.Currency)
        from tranche in Phase(row, books, plan, amount)
        select tranche;

    private static Result<Done> Phase(RecordRow row, WorkbookBooks books, ContributionPlan plan, Money amount)
    {
        var conditions = books.Below(row, "Conditions");
        var added = plan.AddTranche(
            row.Date, amount, row.FindWhole("budget_year"), [.. conditions.Select(Draft)], row.Provenance,
            books.Signed, books.Books.At, row.Invented);
        if (!added.IsSuccess) return Result<Done>.Refused([.. added.Errors.Select(error => error.At("date"))]);
        books.Add(row, plan, added.Value);
        return conditions
            .Select((condition, i) => (condition, Number: i + 1))
            .Where(pair => pair.condition.Has("evidence"))
            .Select(pair => plan.TickCondition(
                new TickDraft(added.Value.Number, pair.Number, pair.condition.Text("evidence"), Document: null), books.Signed,
                books.History?.Of(pair.condition) ?? books.Books.At))
            .All().Map(_ => Done.Value);
    }
}
