import java.io.File;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** Holds XML files to a schema: the schema first, then the files. */
final class Xsd {
  public static void main(String[] files) throws IOException, SAXException {
    Schema schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(new File(files[0]));
    for (int i = 1; i < files.length; i++) {
      try {
        schema.newValidator().validate(new StreamSource(new File(files[i])));
      } catch (SAXException e) {
        System.out.println(files[i] + ": XML schema: " + e.getMessage());
      }
    }
  }
}
