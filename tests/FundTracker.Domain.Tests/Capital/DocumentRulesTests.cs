using System.Text;
using FundTracker.Domain.Capital;

namespace FundTracker.Domain.Tests.Capital;

public sealed class DocumentRulesTests
{
    [Theory]
    [InlineData("notice.pdf", "%PDF-1.7", "application/pdf")]
    [InlineData("缴款通知.PDF", "%PDF-1.4", "application/pdf")]
    [InlineData("table.xlsx", "PK\u0003\u0004", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("flows.csv", "a,b", "text/csv")]
    [InlineData(".txt", "a", "text/plain")] // nothing before the ending
    [InlineData("a.exe.txt", "a", "text/plain")]
    public void A_papers_type_follows_from_its_name_and_its_bytes(string name, string content, string type) =>
        Assert.Equal(type, DocumentRules.Check(name, Encoding.ASCII.GetBytes(content)).Value);

    [Theory]
    [InlineData("notice.pdf", "", "document.empty")]
    [InlineData("notice.pdf", "<html>", "document.contentDiffers")]
    [InlineData("page.html", "<html>", "document.typeNotTaken")]
    [InlineData("notice.pdf.exe", "%PDF", "document.typeNotTaken")]
    [InlineData("notice", "%PDF", "document.typeNotTaken")]
    public void Anything_else_is_refused(string name, string content, string code) =>
        Assert.Equal(code, DocumentRules.Check(name, Encoding.ASCII.GetBytes(content)).Error.Code);

    [Fact]
    public void A_paper_of_20_mebibytes_is_taken_and_one_byte_more_is_refused()
    {
        Assert.True(DocumentRules.Check("a.txt", new byte[SourceDocument.MaxBytes]).IsSuccess);
        Assert.Equal("document.tooLarge", DocumentRules.Check("a.txt", new byte[SourceDocument.MaxBytes + 1]).Error.Code);
    }
}
