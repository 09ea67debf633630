using FundTracker.Domain.Evaluations;

namespace FundTracker.Domain.Tests.Evaluations;

public sealed class EvaluationGradeTests
{
    [Theory]
    [InlineData(2025, "86.5", "good", "2025;86.5;good")]
    [InlineData(2024, "71", "", "2024;71;")]
    public void A_grade_reads_what_it_wrote(int year, string points, string grade, string text)
    {
        var stated = new EvaluationGrade(year, decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture), grade);
        Assert.Equal(text, stated.Write());
        Assert.Equal(stated, EvaluationGrade.Read(text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2025;86.5")]
    [InlineData("2025;many;good")]
    [InlineData("2025;86.5;good;more")]
    public void Anything_else_is_no_grade(string? text) => Assert.Null(EvaluationGrade.Read(text));

    [Fact]
    public void Only_a_yearly_evaluation_has_the_schemes_code_alone()
    {
        Assert.Equal("evaluationGrade:district", EvaluationGrade.FactName("district"));
        Assert.Equal("evaluationGrade:district/exAnte", EvaluationGrade.FactName("district", EvaluationTiming.ExAnte));
        Assert.Equal("evaluationGrade:district/wholeLife", EvaluationGrade.FactName("district", EvaluationTiming.WholeLife));
    }
}
