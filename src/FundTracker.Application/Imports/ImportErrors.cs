using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Application.Imports;

/// <summary>Refusals and remarks of imports. Most arrive inside <see cref="AtRow"/>, which says where.</summary>
public static class ImportErrors
{
    /// <summary>Another refusal, and the cell that it speaks of.</summary>
    public static DomainError AtRow(string sheet, int row, string column, string value, DomainError reason) =>
        new DomainError("import.row", ("sheet", sheet), ("row", row), ("column", column), ("value", value), ("reason", reason)).At(column);

    /// <summary>The file can't be read: neither a workbook nor text, or damaged.</summary>
    public static DomainError NotReadable(string file, string detail) => new("import.notReadable", ("file", file), ("detail", detail));

    /// <summary>A workbook of Excel 97-2003; save it as .xlsx.</summary>
    public static DomainError OldExcel(string file) => new("import.oldExcel", ("file", file));

    /// <summary>The file holds no row.</summary>
    public static DomainError NothingInFile(string file) => new("import.nothingInFile", ("file", file));

    /// <summary>A sheet that the workbook does not know.</summary>
    public static DomainError UnknownSheet(string known) => new("import.unknownSheet", ("known", known));

    /// <summary>A sheet that stands twice.</summary>
    public static DomainError SheetTwice() => new("import.sheetTwice");

    /// <summary>A column that the sheet does not know.</summary>
    public static DomainError UnknownColumn(string known) => new("import.unknownColumn", ("known", known));

    /// <summary>A column that stands twice.</summary>
    public static DomainError ColumnTwice(string column) => new("import.columnTwice", ("column", column));

    /// <summary>A column that the sheet needs is not there.</summary>
    public static DomainError ColumnMissing(string column) => new("import.columnMissing", ("column", column));

    /// <summary>A cell that must be filled is blank.</summary>
    public static DomainError Blank(string column) => new DomainError("import.blank", ("column", column)).At(column);

    /// <summary>No number.</summary>
    public static DomainError NotANumber() => new("import.notANumber");

    /// <summary>No date in a form that can be read only one way.</summary>
    public static DomainError NotADate() => new("import.notADate");

    /// <summary>None of the words that the column knows.</summary>
    public static DomainError NotAWord(string words) => new("import.notAWord", ("words", words));

    /// <summary>Neither yes nor no.</summary>
    public static DomainError NotYesOrNo() => new("import.notYesOrNo");

    /// <summary>Text above the length that can be kept.</summary>
    public static DomainError TooLong(int max) => new("import.tooLong", ("max", max));

    /// <summary>No code: 2 to 40 capital letters, digits and hyphens.</summary>
    public static DomainError NotACode() => new("import.notACode");

    /// <summary>No credit code: length, characters or check digit.</summary>
    public static DomainError NotACreditCode() => new("import.notACreditCode");

    /// <summary>Finer than the minor unit of the currency.</summary>
    public static DomainError FinerThanMinorUnit(Currency currency) => new("import.finerThanMinorUnit", ("currency", currency.Code));

    /// <summary>An amount that must be above zero is not.</summary>
    public static DomainError NotPositive() => new("import.notPositive");

    /// <summary>The code is nobody's, here or in the file, or not of the right kind.</summary>
    public static DomainError UnknownCode(string code) => new("import.unknownCode", ("code", code));

    /// <summary>The code is taken by another.</summary>
    public static DomainError CodeTaken(string code) => new("import.codeTaken", ("code", code));

    /// <summary>The credit code is another company's.</summary>
    public static DomainError CreditCodeTaken(string company) => new("import.creditCodeTaken", ("company", company));

    /// <summary>The ref of another row is not known.</summary>
    public static DomainError UnknownRef(string sheet, string reference) => new("import.unknownRef", ("sheet", sheet), ("ref", reference));

    /// <summary>The same ref with other content; both are shown, by the columns that differ.</summary>
    public static DomainError RefTaken(string recorded, string given) =>
        new DomainError("import.refTaken", ("recorded", recorded), ("given", given)).At("ref");

    /// <summary>The same ref twice in one file with other content; both are shown, by the columns that differ.</summary>
    public static DomainError RefTwice(int firstRow, string first, string second) =>
        new DomainError("import.refTwice", ("firstRow", firstRow), ("first", first), ("second", second)).At("ref");

    /// <summary>A ref that is another's but for case or width, which not every engine tells apart.</summary>
    public static DomainError RefSpelledAlike(string other) => new DomainError("import.refSpelledAlike", ("other", other)).At("ref");

    /// <summary>The file speaks of another mother fund than the one it is imported into.</summary>
    public static DomainError OtherMotherFund(string books) => new("import.otherMotherFund", ("books", books));

    /// <summary>The books are not there and the file does not set them up.</summary>
    public static DomainError NoMotherFund(string books) => new("import.noMotherFund", ("books", books));

    /// <summary>A mother fund stands in the books already.</summary>
    public static DomainError SecondMotherFund(string books) => new("import.secondMotherFund", ("books", books));

    /// <summary>A column has no meaning on this row.</summary>
    public static DomainError NotHere(string column) => new DomainError("import.notHere", ("column", column)).At(column);

    /// <summary>The record that the row adds to stands in the books already and can't be added to.</summary>
    public static DomainError AlreadyRecorded(string sheet, string reference) =>
        new("import.alreadyRecorded", ("sheet", sheet), ("ref", reference));

    /// <summary>The call has no items.</summary>
    public static DomainError NoItems() => new("import.noItems");

    /// <summary>Either all items of a call name a holder, or none.</summary>
    public static DomainError ItemsMixed() => new("import.itemsMixed");

    /// <summary>The round is another company's.</summary>
    public static DomainError RoundOfOther(string company) => new("import.roundOfOther", ("company", company));

    /// <summary>The row has no ledger lines that could be taken back.</summary>
    public static DomainError NothingToReverse(string reference) => new("import.nothingToReverse", ("ref", reference));

    /// <summary>Remark: imported history takes a fund's own cash below zero.</summary>
    public static DomainError CashBelowZero(string fund, DateOnly date, Money cash) =>
        new("import.cashBelowZero", ("fund", fund), ("date", date), ("cash", cash));

    /// <summary>A later table is recorded for the fund; an earlier one that says something else can't be added.</summary>
    public static DomainError LaterTableRecorded(string fund, DateOnly later) => new("import.laterTableRecorded", ("fund", fund), ("later", later));

    /// <summary>A table of a day that has not come yet.</summary>
    public static DomainError AsOfInFuture(DateOnly day, DateOnly today) => new("import.asOfInFuture", ("day", day), ("today", today));

    /// <summary>A table of the same fund and day with other content; both are shown, what is recorded and what is given.</summary>
    public static DomainError TableRecorded(DateOnly day, string recorded, string given) =>
        new("import.tableRecorded", ("day", day), ("recorded", recorded), ("given", given));

    /// <summary>The same code on two rows of one day.</summary>
    public static DomainError FundTwice(int firstRow, string code) => new("import.fundTwice", ("firstRow", firstRow), ("code", code));

    /// <summary>Remark: the file itself opens the books or the fund, so that conditions of a phase which the system judges are not asked of a call.</summary>
    public static DomainError GateNotAsked(string fund, int phase, DateOnly date) =>
        new("import.gateNotAsked", ("fund", fund), ("phase", phase), ("date", date));

    /// <summary>Remark: money is paid into a fund with a plan without a call, so that no phase is drawn and no condition asked.</summary>
    public static DomainError NoPhaseDrawn(string fund) => new("import.noPhaseDrawn", ("fund", fund));

    /// <summary>Remark: an amount of a scaled table was finer than the minor unit and was rounded half away from zero.</summary>
    public static DomainError Rounded(Money amount) => new("import.rounded", ("amount", amount));

    /// <summary>Remark: two rows of one name, vintage and day are told apart by their order only.</summary>
    public static DomainError ToldApartByOrder(int firstRow, string code) => new("import.toldApartByOrder", ("firstRow", firstRow), ("code", code));

    /// <summary>Remark: the multiple that the table states is not the one its own sums give.</summary>
    public static DomainError MultipleDiffers(decimal stated, decimal computed) =>
        new("import.multipleDiffers", ("stated", stated), ("computed", computed));

    /// <summary>Remark: a column of the table has no meaning here and was left aside.</summary>
    public static DomainError ColumnIgnored(string column) => new("import.columnIgnored", ("column", column));

    /// <summary>Remark: a row that sums up others was left aside.</summary>
    public static DomainError TotalLeftAside(int row, string name) => new("import.totalLeftAside", ("row", row), ("name", name));

    /// <summary>A mapping that can't be read, or names a measure that is not known.</summary>
    public static DomainError MappingNotReadable(string detail) => new("import.mappingNotReadable", ("detail", detail));

    /// <summary>The quarter of the row is closed or held.</summary>
    public static DomainError PeriodNotOpen(DateOnly date, PeriodState state, DateOnly firstOpenDay) =>
        state == PeriodState.Hold ? LedgerErrors.PeriodOnHold(date) : LedgerErrors.PeriodClosed(date, firstOpenDay);
}
