using FundTracker.Domain.Holdings;

namespace FundTracker.Domain.Tests.Holdings;

/// <summary>Notes of imported rows: put together and taken apart again.</summary>
public sealed class LineNotesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("free words", "free words")]
    [InlineData("illustrative: day", "", "day")]
    [InlineData("illustrative: day amount", "", "day", "amount")]
    [InlineData("free words; illustrative: day", "free words", "day")]
    [InlineData("B; 2024; illustrative: day amount party", "B; 2024", "day", "amount", "party")]
    [InlineData("a; illustrative: b; illustrative: day", "a; illustrative: b", "day")]
    public void A_note_is_its_words_and_the_columns_that_are_invented(string note, string words, params string[] columns)
    {
        var split = LineNotes.Split(note);
        Assert.Equal((words, string.Join('|', columns)), (split.Words, string.Join('|', split.IllustrativeColumns)));
        Assert.Equal(columns.Length, split.IllustrativeColumns.Count);
        Assert.Equal(note, LineNotes.Join([words], columns));
    }

    [Theory]
    [InlineData("said to be illustrative: day")]
    [InlineData("x;illustrative: day")]
    [InlineData(" illustrative: day")]
    [InlineData("illustrative:day")]
    [InlineData("Illustrative: day")]
    public void Words_that_only_look_like_the_mark_of_invented_columns_stay_words(string note)
    {
        var split = LineNotes.Split(note);
        Assert.Equal(note, split.Words);
        Assert.Empty(split.IllustrativeColumns);
    }

    [Fact]
    public void Parts_that_are_empty_leave_no_trace_in_a_note()
    {
        Assert.Equal("", LineNotes.Join([], []));
        Assert.Equal("", LineNotes.Join([null, ""], []));
        Assert.Equal("newspaper; page 3", LineNotes.Join([null, "newspaper", "", "page 3"], []));
        Assert.Equal("newspaper; page 3; illustrative: day", LineNotes.Join(["newspaper", null, "page 3"], ["day"]));
        Assert.Equal("illustrative: day party", LineNotes.Join([null], ["day", "party"]));
    }
}
