using FundTracker.Application.Documents;
using FundTracker.Application.Ledger;
using FundTracker.Application.Records;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Ledgers;
using FundTracker.Testing.Databases;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Documents;

/// <summary>The papers behind records.</summary>
public sealed class DocumentTests
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7 notice"u8];

    [Fact]
    public async Task A_document_comes_back_as_it_came_and_lines_name_it()
    {
        await using var world = await Funded();
        var id = await world.Must(new AttachDocument.Command(Mf, "缴款通知.pdf", Pdf));
        var posted = await world.Post(new RecordFundCash.Command(Mf, "SUB", LineKind.Expense, Day("2023-04-02"), 1m, id));
        var paper = await world.Must(new GetDocument.Query(Mf, id), Actors.Auditor1);
        Assert.Equal(("缴款通知.pdf", "application/pdf"), (paper.FileName, paper.ContentType));
        Assert.Equal(Pdf, paper.Content);
        Assert.Equal("缴款通知.pdf", (await world.Must(new GetLine.Query(Mf, posted.FirstLine))).Line.DocumentName);
        var row = Assert.Single(await world.Must(new ListDocuments.Query(Mf)));
        Assert.Equal((id, Pdf.Length, 1, "manager1"), (row.Id, row.Bytes, row.Lines, row.RecordedBy));
    }

    [Fact]
    public async Task What_a_browser_would_run_and_what_is_not_what_it_says_is_refused()
    {
        await using var world = await Empty();
        await world.Refuses("document.typeNotTaken", new AttachDocument.Command(Mf, "page.html", "<script>"u8.ToArray()));
        await world.Refuses("document.contentDiffers", new AttachDocument.Command(Mf, "notice.pdf", "MZ"u8.ToArray()));
        await world.Refuses("document.empty", new AttachDocument.Command(Mf, "notice.pdf", []));
        await world.Refuses("input.wrongForm", new AttachDocument.Command(Mf, "../notice.pdf", Pdf));
    }

    [Fact]
    public async Task A_document_above_twenty_mebibytes_is_refused()
    {
        await using var world = await Empty();
        var large = new byte[SourceDocument.MaxBytes + 1];
        Pdf.CopyTo(large, 0);
        await world.Refuses("document.tooLarge", new AttachDocument.Command(Mf, "notice.pdf", large));
    }

    [Fact]
    public async Task A_sub_funds_manager_attaches_for_its_own_fund_only()
    {
        await using var world = await Empty();
        var outside = Actors.SubFundManagerOf("SUB");
        await world.Must(new AttachDocument.Command(Mf, "nav.pdf", Pdf, "SUB"), outside);
        await world.Refuses("pipeline.notAllowed", new AttachDocument.Command(Mf, "nav.pdf", Pdf), outside);
        await world.Refuses("pipeline.notAllowed", new AttachDocument.Command(Mf, "nav.pdf", Pdf, Mf), outside);
    }

    [Fact]
    public async Task A_record_that_names_a_document_of_other_books_is_refused()
    {
        await using var world = await Funded();
        await world.Must(new FundTracker.Application.Funds.SetUpMotherFund.Command(
            "OTHER", Family: null, "另一母基金", NameEn: null, "CNY", FundTracker.Domain.Funds.LegalForm.Company, TargetSize: null, Start));
        var foreign = await world.Must(new AttachDocument.Command("OTHER", "notice.pdf", Pdf));
        await world.Refuses("pipeline.notFound", new RecordFundCash.Command(Mf, "SUB", LineKind.Expense, Day("2023-04-02"), 1m, foreign));
        await world.Refuses("pipeline.notFound", new GetDocument.Query(Mf, foreign));
    }
}
